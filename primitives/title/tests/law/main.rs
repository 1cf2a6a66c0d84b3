//! The law of a title, rule by rule.

mod actions;
mod form;
mod golden;
mod oracle;
mod properties;
mod succession;
mod t01_t02_ownership;
mod t03_use_rights;
mod t04_conflicts;
mod t05_sublicences;
mod t06_t07_survival_and_division;
mod t08_consents;
mod t09_pledges;
mod t10_holds;
mod t11_corrections;
mod t12_time_and_status;
mod world;

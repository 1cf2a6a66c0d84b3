mod api;
mod close;
mod decide;
mod invariants;
mod object;
mod open;
mod trait_impl;
mod withdraw;

//! Refusals of trials and contracts, with the number or the record that their error carries.

use super::{of_error, Explanation};
use crate::input::shares::show_ppm;
use codec::Decode;
use quanqi_runtime::Runtime;
use quanqi_types::ShortId;

/// The explanation with what was found beside it.
pub(super) fn with(explanation: Explanation, found: Option<String>) -> Explanation {
	match found {
		Some(found) => {
			Explanation { text: format!("{} ({found})", explanation.text), ..explanation }
		}
		None => explanation,
	}
}

/// A refusal of the trials.
pub(super) fn of_trials(bytes: [u8; 4]) -> Explanation {
	use pallet_trials::Error;
	let explanation = of_error::<Error<Runtime>>("Trials", bytes);
	let Ok(error) = Error::<Runtime>::decode(&mut bytes.as_slice()) else { return explanation };
	let trial = |found: pallet_trials::Found| found.get().map(|trial| format!("trial {trial}"));
	let part = |found: pallet_trials::Found| found.get().map(show_ppm);
	let state = crate::output::trial::state;
	match error {
		Error::Excluded(class) => with(explanation, Some(class.0.to_string())),
		Error::TrialTooLong(days) => {
			with(explanation, days.get().map(|days| format!("{days} days")))
		}
		Error::TooManyTrials(count) => with(explanation, count.get().map(|n| n.to_string())),
		Error::TrialOpen(other) | Error::ReferenceUsed(other) => {
			with(explanation, trial(other)).remedy("look at it: quanqi trial show TRIAL")
		}
		Error::OtherGoesFirst(other) => with(explanation, trial(other))
			.remedy("wait until it stops or its time is over: quanqi trial show TRIAL"),
		Error::VoucherBelow(ppm) | Error::FeeBelow(ppm) => with(explanation, part(ppm)),
		Error::WrongState(found) | Error::NotDeclared(found) => {
			with(explanation, Some(format!("it is {}", state(found))))
		}
		Error::NoSuchTrial => explanation.remedy(
			"look at `quanqi trial list --achievement NUMBER` or `quanqi trial list --user MEMBER`",
		),
		Error::OtherContract => {
			explanation.remedy("give the digest that `quanqi trial pool entry` shows")
		}
		Error::NoSuchProposal => {
			explanation.remedy("what is proposed: `quanqi trial pool proposals ACHIEVEMENT`")
		}
		Error::EntryNotOpen | Error::NotInPool => {
			explanation.remedy("see what is open: quanqi trial pool list")
		}
		Error::NotAsked => explanation.remedy(
			"whose consent is missing stands in `quanqi trial show` and `quanqi trial pool proposals`",
		),
		_ => explanation,
	}
}

/// A refusal of the contracts.
pub(crate) fn of_contracts(bytes: [u8; 4]) -> Explanation {
	use pallet_technology_contracts::Error;
	let explanation = of_error::<Error<Runtime>>("Contracts", bytes);
	let Ok(error) = Error::<Runtime>::decode(&mut bytes.as_slice()) else { return explanation };
	let number = |bytes: [u8; 3]| ShortId(bytes).get();
	match error {
		Error::KeyTaken(other)
		| Error::InstrumentTaken(other)
		| Error::PriceEventUsed(other) => {
			let other = number(other.0);
			let explanation =
				with(explanation, other.map(|contract| format!("contract {contract}")));
			match other {
				Some(contract) => {
					explanation.remedy(format!("look at it: quanqi contract show {contract}"))
				}
				None => explanation,
			}
		}
		Error::LaterTransferInTheWay(entry) => {
			with(explanation, number(entry).map(|entry| format!("entry {entry}")))
		}
		Error::BelowFloor([a, b, c]) => {
			let required = show_ppm(u32::from_le_bytes([a, b, c, 0]));
			with(explanation, Some(format!("at least {required}")))
		}
		Error::TermsDiffer => explanation
			.remedy("compare with `quanqi contract show`; somebody may have drafted anew"),
		Error::SealMismatch => explanation
			.remedy("seal the amounts: `quanqi contract seal`; or show them all and seal none"),
		Error::UnknownContract | Error::NotParty => explanation
			.remedy("contracts of a member and their parties: `quanqi contract list MEMBER`"),
		Error::UnknownEffect | Error::WrongState | Error::NothingSubmitted => {
			explanation.remedy("where it stands: `quanqi contract show CONTRACT`")
		}
		Error::UnknownPayment => {
			explanation.remedy("what was paid: `quanqi contract payments CONTRACT`")
		}
		Error::PriceDiffers => explanation.remedy(
			"let price, buyer and right be those of the price event (`quanqi contract price-event`), or \
			 name another; an amendment keeps the price at which a trial was converted",
		),
		Error::UnknownPriceEvent => {
			explanation.remedy("`quanqi contract price` says the number when it records one")
		}
		Error::NoticeMissing => explanation.remedy(
			"give notice of name and price first: `quanqi notice open-price`, and close it when it is due",
		),
		Error::PriceEventMissing => {
			explanation.remedy("record how the price was found: `quanqi contract price`")
		}
		Error::NotApplicant | Error::OutsideJurisdiction => {
			explanation.remedy("members and their places: `quanqi member show`")
		}
		_ => explanation,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	fn bytes(encoded: Vec<u8>) -> [u8; 4] {
		let mut bytes = [0; 4];
		bytes.iter_mut().zip(encoded).for_each(|(place, byte)| *place = byte);
		bytes
	}

	#[test]
	fn refusal_of_a_second_registration_should_name_the_first_contract() {
		let taken = pallet_technology_contracts::ContractInTheWay([7, 0, 0]);
		let error = pallet_technology_contracts::Error::<Runtime>::KeyTaken(taken);
		let text = of_contracts(bytes(error.encode())).to_string();
		assert!(text.contains("contract 7") && text.contains("Contracts.KeyTaken"), "{text}");
	}

	#[test]
	fn refusal_below_the_floor_should_name_the_part_required() {
		let [a, b, c, _] = 700_000u32.to_le_bytes();
		let error = pallet_technology_contracts::Error::<Runtime>::BelowFloor([a, b, c]);
		let text = of_contracts(bytes(error.encode())).to_string();
		assert!(text.contains("at least 70 %"), "{text}");
	}

	#[test]
	fn refusal_of_a_trial_should_name_the_number_or_state_found() {
		let error = pallet_trials::Error::<Runtime>::TrialTooLong(pallet_trials::Found::new(400));
		let text = of_trials(bytes(error.encode())).to_string();
		assert!(text.contains("400 days") && text.contains("R5"), "{text}");
		let state = pallet_trials::TrialState::Running;
		let error = pallet_trials::Error::<Runtime>::WrongState(state);
		let text = of_trials(bytes(error.encode())).to_string();
		assert!(text.contains("试用中"), "{text}");
	}
}

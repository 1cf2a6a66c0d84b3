//! Refusals of notices, grants, trials and contracts: the error's own documentation, with the number
//! or the record that it carries, and what to do.

use super::{of_error, Explanation};
use crate::{input::shares::show_ppm, output::describe::words};
use codec::Decode;
use quanqi_runtime::Runtime;
use quanqi_types::ShortId;

impl Explanation {
	/// With what was found, behind the sentence.
	fn found(self, found: impl std::fmt::Display) -> Self {
		Self { text: format!("{} ({found})", self.text), ..self }
	}
}

/// A refusal of a notice.
pub(super) fn of_notices(bytes: [u8; 4]) -> Explanation {
	use pallet_notices::Error::*;
	let explanation = of_error::<pallet_notices::Error<Runtime>>("Notices", bytes);
	let Ok(error) = pallet_notices::Error::<Runtime>::decode(&mut bytes.as_slice()) else {
		return explanation;
	};
	match error {
		Suspended => explanation.remedy(
			"the objection is decided first: `quanqi notice objections`, `quanqi notice decide`",
		),
		WindowRuns => explanation.remedy("`quanqi notice show` says from when on it can be closed"),
		OpenAlready => explanation.remedy("`quanqi notice open-of` shows the open one"),
		NoSuchNotice => explanation.remedy("look at `quanqi notice list`"),
		_ => explanation,
	}
}

/// A refusal of a grant.
pub(super) fn of_grants(bytes: [u8; 4]) -> Explanation {
	use pallet_grants::Error::*;
	let explanation = of_error::<pallet_grants::Error<Runtime>>("Grants", bytes);
	let Ok(error) = pallet_grants::Error::<Runtime>::decode(&mut bytes.as_slice()) else {
		return explanation;
	};
	match error {
		G1ShareTooSmall(numbers) | G8BelowFloor(numbers) => explanation.found(format!(
			"required {} ‰, found {} ‰",
			numbers.required(),
			numbers.found()
		)),
		G5TooShort(numbers) => explanation.found(format!(
			"required {} months, found {}",
			numbers.required(),
			numbers.found()
		)),
		NoSuchGrant => explanation.remedy("look at `quanqi grant list`"),
		VersionDiffers => explanation.remedy("look at its terms again: `quanqi grant show`"),
		NoticeRuns => {
			explanation.remedy("`quanqi grant show` names its notice; close it when it is due")
		}
		G4AcceptanceMissing | G6NotAsked | DeclarationMissing => {
			explanation.remedy("`quanqi grant show` says who is missing")
		}
		G7AgreementDiffers => explanation.remedy("give the digest that `quanqi grant show` shows"),
		_ => explanation,
	}
}

/// A refusal of the trial-first pool or of a trial.
pub(super) fn of_trials(bytes: [u8; 4]) -> Explanation {
	use pallet_trials::Error::*;
	let explanation = of_error::<pallet_trials::Error<Runtime>>("Trials", bytes);
	let Ok(error) = pallet_trials::Error::<Runtime>::decode(&mut bytes.as_slice()) else {
		return explanation;
	};
	let number = |found: pallet_trials::Found| match found.get() {
		Some(number) => number.to_string(),
		None => "a number too large to tell".to_owned(),
	};
	match error {
		Excluded(class) => explanation.found(words(&class.0)),
		WrongState(state) | NotDeclared(state) => {
			explanation.found(format!("it is {}", words(&state)))
		}
		TrialTooLong(days) => explanation.found(format!("found {} days", number(days))),
		TooManyTrials(found) => explanation.found(format!("found {}", number(found))),
		VoucherBelow(part) | FeeBelow(part) => {
			explanation.found(format!("found {}", part.get().map_or_else(String::new, show_ppm)))
		}
		TrialOpen(trial) | OtherGoesFirst(trial) | ReferenceUsed(trial) => {
			explanation.found(format!("trial {}", number(trial)))
		}
		_ => explanation,
	}
}

/// A refusal of a contract.
pub(super) fn of_contracts(bytes: [u8; 4]) -> Explanation {
	use pallet_technology_contracts::Error::*;
	type Error = pallet_technology_contracts::Error<Runtime>;
	let explanation = of_error::<Error>("Contracts", bytes);
	let Ok(error) = Error::decode(&mut bytes.as_slice()) else { return explanation };
	let short = |bytes: [u8; 3]| match ShortId(bytes).get() {
		Some(number) => number.to_string(),
		None => "of a number too large to tell".to_owned(),
	};
	match error {
		KeyTaken(other) | InstrumentTaken(other) => {
			let other = short(other.0);
			explanation
				.found(format!("contract {other}"))
				.remedy(format!("look at it: quanqi contract show {other}"))
		}
		LaterTransferInTheWay(entry) => explanation.found(format!("entry {}", short(entry))),
		BelowFloor(part) => {
			let required = ShortId(part).get().map_or_else(String::new, show_ppm);
			explanation.found(format!("required {required}"))
		}
		_ => explanation,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use pallet_grants::types::Numbers;
	use pallet_trials::{Found, TrialState};

	fn bytes(error: impl Encode) -> [u8; 4] {
		let mut bytes = [0; 4];
		bytes.iter_mut().zip(error.encode()).for_each(|(place, byte)| *place = byte);
		bytes
	}

	#[test]
	fn grant_should_tell_the_number_required_and_the_number_found() {
		let error = pallet_grants::Error::<Runtime>::G8BelowFloor(Numbers::new(700, 650));
		let text = of_grants(bytes(error)).to_string();
		for words in ["less than the floor", "required 700 ‰, found 650 ‰", "Grants.G8BelowFloor"]
		{
			assert!(text.contains(words), "{text}");
		}
		let error = pallet_grants::Error::<Runtime>::G5TooShort(Numbers::new(120, 60));
		let text = of_grants(bytes(error)).to_string();
		assert!(text.contains("required 120 months, found 60"), "{text}");
	}

	#[test]
	fn notice_should_say_what_to_do_when_an_objection_suspends_it() {
		let text = of_notices(bytes(pallet_notices::Error::<Runtime>::Suspended)).to_string();
		assert!(text.contains("N4") && text.contains("quanqi notice decide"), "{text}");
	}

	#[test]
	fn trial_should_tell_the_state_and_the_trial_in_the_way() {
		let error = pallet_trials::Error::<Runtime>::WrongState(TrialState::Converted);
		assert!(of_trials(bytes(error)).to_string().contains("it is converted"));
		let error = pallet_trials::Error::<Runtime>::OtherGoesFirst(Found::new(12));
		assert!(of_trials(bytes(error)).to_string().contains("(trial 12)"));
		let error = pallet_trials::Error::<Runtime>::FeeBelow(Found::new(20_000));
		assert!(of_trials(bytes(error)).to_string().contains("(found 2 %)"));
	}

	#[test]
	fn contract_should_tell_the_contract_in_the_way() {
		let first = quanqi_types::ContractId(300).into();
		let error = pallet_technology_contracts::Error::<Runtime>::KeyTaken(first);
		let text = of_contracts(bytes(error)).to_string();
		assert!(text.contains("(contract 300)") && text.contains("contract show 300"), "{text}");
	}
}

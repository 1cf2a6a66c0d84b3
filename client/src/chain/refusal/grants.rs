//! Refusals of notices and grants: the error's own documentation, with the numbers that it carries,
//! and what to do.

use super::{of_error, records::with, Explanation};
use codec::Decode;
use quanqi_runtime::Runtime;

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
		G1ShareTooSmall(numbers) | G8BelowFloor(numbers) => {
			let parts = format!("required {} ‰, found {} ‰", numbers.required(), numbers.found());
			with(explanation, Some(parts))
		}
		G5TooShort(numbers) => {
			let months =
				format!("required {} months, found {}", numbers.required(), numbers.found());
			with(explanation, Some(months))
		}
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

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use pallet_grants::types::Numbers;

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
}

//! Shares as people write them: `60%`, `0.6`, `600000ppm`, and lists of them.

use quanqi_types::{MemberId, Ppm, ShareBasis, ShareLine, Shares, WHOLE_PPM};

/// Digits after the point of a fraction that a millionth needs.
const PPM_DIGITS: usize = 6;

/// A part of the whole: `60%`, `33.3333%`, `0.6` or `600000ppm`.
pub fn parse_ppm(text: &str) -> Result<Ppm, String> {
	let trimmed = text.trim();
	let wrong = || format!("{text}: a part is written 60%, 0.6 or 600000ppm");
	let ppm = if let Some(number) = trimmed.strip_suffix("ppm") {
		number.trim().parse().map_err(|_| wrong())?
	} else if let Some(number) = trimmed.strip_suffix('%') {
		scaled(number.trim(), PPM_DIGITS - 2).ok_or_else(wrong)?
	} else if trimmed.contains('.') || trimmed == "1" {
		scaled(trimmed, PPM_DIGITS).ok_or_else(wrong)?
	} else {
		return Err(wrong());
	};
	match ppm {
		0 => Err(format!("{text}: a part of nothing is no part")),
		1..=WHOLE_PPM => Ok(ppm),
		_ => Err(format!("{text}: more than the whole")),
	}
}

/// A decimal number times ten to the `digits`, or `None` where it has more digits than that.
fn scaled(number: &str, digits: usize) -> Option<u32> {
	let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
	let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
	let rest = rest.trim_end_matches('0');
	if whole.is_empty() || !is_number(whole) || !is_number(rest) || rest.len() > digits {
		return None;
	}
	format!("{whole}{rest:0<digits$}").parse().ok()
}

/// A part for people: `60 %`, with as many digits as it needs.
pub fn show_ppm(ppm: Ppm) -> String {
	let text = format!("{}.{:04}", ppm / 10_000, ppm % 10_000);
	format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

/// One line of shares as written, its member not looked up yet: `7=60%`.
pub fn parse_line(text: &str) -> Result<(String, Ppm), String> {
	let (member, part) = text
		.rsplit_once('=')
		.ok_or_else(|| format!("{text}: a share is written MEMBER=PART, such as 7=60%"))?;
	Ok((member.trim().to_owned(), parse_ppm(part)?))
}

/// Shares of these lines. A wrong sum says what is missing or too much.
pub fn shares(lines: &[(MemberId, Ppm)]) -> Result<Shares, String> {
	let lines = || lines.iter().map(|(member, ppm)| ShareLine { member: *member, ppm: *ppm });
	Shares::new(lines(), ShareBasis::Agreed).map_err(|error| {
		let sum: u64 = lines().map(|line| u64::from(line.ppm)).sum();
		let whole = u64::from(WHOLE_PPM);
		let off = match sum.cmp(&whole) {
			std::cmp::Ordering::Less => format!(": {} ppm are missing", whole - sum),
			std::cmp::Ordering::Greater => format!(": {} ppm too much", sum - whole),
			std::cmp::Ordering::Equal => String::new(),
		};
		format!("{error}{off}")
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn part_should_be_the_same_in_every_notation() {
		for text in ["60%", "60 %", "0.6", "600000ppm", "0.600000", "60.0%"] {
			assert_eq!(parse_ppm(text), Ok(600_000), "{text}");
		}
		assert_eq!(parse_ppm("33.3333%"), Ok(333_333));
		assert_eq!(parse_ppm("1"), Ok(WHOLE_PPM));
		assert_eq!(parse_ppm("100%"), Ok(WHOLE_PPM));
	}

	#[test]
	fn part_should_be_refused_when_it_is_no_part_of_the_whole() {
		for wrong in ["60", "0", "0%", "101%", "1.5", "abc", "0.6000001", "-5%", "", "%", "."] {
			assert!(parse_ppm(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn part_should_be_shown_with_the_digits_it_needs() {
		assert_eq!(show_ppm(600_000), "60 %");
		assert_eq!(show_ppm(333_333), "33.3333 %");
		assert_eq!(show_ppm(WHOLE_PPM), "100 %");
		assert_eq!(show_ppm(1), "0.0001 %");
	}

	#[test]
	fn shares_should_say_what_is_missing_when_they_do_not_sum() {
		let error = shares(&[(MemberId(1), 600_000), (MemberId(2), 300_000)]).unwrap_err();
		assert!(error.contains("1 000 000") && error.contains("100000 ppm are missing"), "{error}");
		let error = shares(&[(MemberId(1), 600_000), (MemberId(2), 500_000)]).unwrap_err();
		assert!(error.contains("100000 ppm too much"), "{error}");
	}

	#[test]
	fn shares_should_be_refused_when_a_holder_is_named_twice() {
		let error = shares(&[(MemberId(1), 500_000), (MemberId(1), 500_000)]).unwrap_err();
		assert!(error.contains("twice"), "{error}");
	}

	#[test]
	fn line_should_keep_the_member_as_written() {
		assert_eq!(parse_line("7=60%"), Ok(("7".to_owned(), 600_000)));
		assert!(parse_line("7:60%").is_err());
	}
}

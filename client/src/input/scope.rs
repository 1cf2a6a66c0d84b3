//! Where, for what and how something may be used, as flags.

use clap::Args;
use quanqi_types::{Acts, FieldOfUse, FieldsOfUse, Scope, Territories, Territory};

/// A scope (范围). Without flags it is everything, everywhere.
#[derive(Args, Clone, Debug, Default)]
pub struct ScopeArgs {
	/// Where (地域): ISO 3166 code such as CN, HK, US, or a province such as 330000; repeatable
	#[arg(long, value_name = "CODE", conflicts_with = "except")]
	pub territory: Vec<String>,
	/// Everywhere but here; repeatable
	#[arg(long, value_name = "CODE")]
	pub except: Vec<String>,
	/// For what (领域): IPC section, class or subclass such as G, G06, G06T; repeatable
	#[arg(long, value_name = "IPC")]
	pub field: Vec<String>,
	/// How (行为): make, use, offer, sell, import, divided by commas, or all
	#[arg(long, value_name = "ACTS", default_value = "all")]
	pub acts: String,
}

impl ScopeArgs {
	/// The scope; an error names the flag.
	pub fn scope(&self) -> Result<Scope, (&'static str, String)> {
		let territories = match (self.territory.as_slice(), self.except.as_slice()) {
			([], []) => Territories::everywhere(),
			([], except) => Territories::all_except(territories("--except", except)?)
				.map_err(|error| ("--except", error.to_string()))?,
			(only, _) => Territories::only(territories("--territory", only)?)
				.map_err(|error| ("--territory", error.to_string()))?,
		};
		let fields = match self.field.as_slice() {
			[] => FieldsOfUse::All,
			list => {
				let parse = |text: &String| {
					let field = text.trim().to_ascii_uppercase().parse::<FieldOfUse>();
					field.map_err(|error| ("--field", format!("{text}: {error}")))
				};
				let fields = list.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
				FieldsOfUse::only(fields).map_err(|error| ("--field", error.to_string()))?
			}
		};
		let text = if self.acts.is_empty() { "all" } else { &self.acts };
		let acts: Acts = text.parse().map_err(|error| ("--acts", format!("{text}: {error}")))?;
		Ok(Scope { territories, fields, acts })
	}
}

fn territories(
	flag: &'static str,
	codes: &[String],
) -> Result<Vec<Territory>, (&'static str, String)> {
	let parse = |code: &String| {
		let territory = code.trim().to_ascii_uppercase().parse::<Territory>();
		territory.map_err(|error| (flag, format!("{code}: {error}")))
	};
	codes.iter().map(parse).collect()
}

/// A scope for people.
pub fn show(scope: &Scope) -> String {
	let join = |list: Vec<String>| list.join(" ");
	let territories = match &scope.territories {
		Territories::AllExcept(list) if list.is_empty() => "everywhere".to_owned(),
		Territories::AllExcept(list) => {
			format!("everywhere but {}", join(list.iter().map(ToString::to_string).collect()))
		}
		Territories::Only(list) => join(list.iter().map(ToString::to_string).collect()),
	};
	let fields = match &scope.fields {
		FieldsOfUse::All => "all fields".to_owned(),
		FieldsOfUse::Only(list) => join(list.iter().map(ToString::to_string).collect()),
	};
	let acts = match scope.acts {
		Acts::ALL => "all acts".to_owned(),
		acts => acts.to_string(),
	};
	format!("{territories}; {fields}; {acts}")
}

#[cfg(test)]
mod tests {
	use super::*;

	fn strings(list: &[&str]) -> Vec<String> {
		list.iter().map(ToString::to_string).collect()
	}

	#[test]
	fn scope_should_be_everything_when_no_flag_is_given() {
		assert_eq!(ScopeArgs::default().scope(), Ok(Scope::everything()));
		assert_eq!(show(&Scope::everything()), "everywhere; all fields; all acts");
	}

	#[test]
	fn scope_should_have_the_three_parts_of_its_flags() {
		let arguments = ScopeArgs {
			territory: strings(&["cn", "HK"]),
			except: Vec::new(),
			field: strings(&["g06t"]),
			acts: "make,use".into(),
		};
		assert_eq!(show(&arguments.scope().unwrap()), "CN HK; G06T; make,use");
		let arguments = ScopeArgs { except: strings(&["US"]), ..Default::default() };
		assert_eq!(show(&arguments.scope().unwrap()), "everywhere but US; all fields; all acts");
	}

	#[test]
	fn scope_should_be_refused_with_its_flag_when_a_part_is_unknown() {
		let territory = ScopeArgs { territory: strings(&["XX"]), ..Default::default() };
		assert_eq!(territory.scope().unwrap_err().0, "--territory");
		let field = ScopeArgs { field: strings(&["Z99"]), ..Default::default() };
		assert_eq!(field.scope().unwrap_err().0, "--field");
		let acts = ScopeArgs { acts: "burn".into(), ..Default::default() };
		assert_eq!(acts.scope().unwrap_err().0, "--acts");
	}
}

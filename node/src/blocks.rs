//! Blocks as files, and what must hold before blocks are taken from or given to a database.

use crate::{
	database,
	service::{self, FullBackend, FullClient},
};
use codec::{Decode, Encode, IoReader};
use quanqi_runtime::{opaque::Block, BlockNumber};
use sc_cli::{CheckBlockCmd, Error, ExportBlocksCmd, ImportBlocksCmd, Result, RevertCmd};
use sc_client_api::Backend as _;
use sc_service::{new_db_backend, Configuration};
use sp_blockchain::{Backend as _, HeaderBackend};
use sp_runtime::{
	generic::{BlockId, SignedBlock},
	traits::{Block as _, Header as _},
};
use std::{
	fs::File,
	io::{self, BufRead, BufReader, BufWriter, Read, Write},
	path::Path,
	sync::Arc,
};

/// How a file of blocks in JSON begins. A binary one begins with the number of its blocks.
const JSON_START: &[u8] = b"{\"block\"";

/// After so many blocks a signal may end an export.
const BLOCKS_AT_ONCE: BlockNumber = 100;

/// Writes blocks to a file. Needs neither the runtime nor the chain's first state, so it is quick.
pub(crate) struct Export {
	backend: Arc<FullBackend>,
	from: BlockNumber,
	to: BlockNumber,
}

impl Export {
	/// The blocks that a command wants, once it is known that they are there.
	pub(crate) fn new(command: &ExportBlocksCmd, config: &Configuration) -> Result<Self> {
		database::require(config)?;
		let backend = new_db_backend::<Block>(config.db_config())?;
		let best = backend.blockchain().info().best_number;
		let number = |name: &str, given: &Option<sc_cli::GenericNumber>| {
			given
				.as_ref()
				.map(|given| given.parse::<BlockNumber>())
				.transpose()
				.map_err(|error| Error::Input(format!("--{name}: {error}")))
		};
		let from = number("from", &command.from)?.unwrap_or(1);
		let to = number("to", &command.to)?.unwrap_or(best);
		require_range(from, to, best)?;
		Ok(Self { backend, from, to })
	}

	/// Writes them.
	pub(crate) async fn run(self, output: Option<&Path>, binary: bool) -> Result<()> {
		// The first one is read before the file is made: no empty file where nothing is to be had.
		block_at(&self.backend, self.from)?;
		let mut writer = BufWriter::new(match output {
			Some(path) => Box::new(create(path)?) as Box<dyn Write>,
			None => Box::new(io::stdout()),
		});
		if binary {
			let count = u64::from(self.to).saturating_sub(self.from.into()).saturating_add(1);
			writer.write_all(&count.encode())?;
		}
		for number in self.from..=self.to {
			let block = block_at(&self.backend, number)?;
			if binary {
				writer.write_all(&block.encode())?;
			} else {
				serde_json::to_writer(&mut writer, &block).map_err(io::Error::from)?;
			}
			if number.checked_rem(BLOCKS_AT_ONCE) == Some(0) {
				tokio::task::yield_now().await;
			}
		}
		writer.flush()?;
		log::info!("Exported the blocks #{} to #{}", self.from, self.to);
		Ok(())
	}
}

fn require_range(from: BlockNumber, to: BlockNumber, best: BlockNumber) -> Result<()> {
	let refusal = if best == 0 {
		"the database has no blocks yet but the genesis, which the chain specification makes".into()
	} else if to > best {
		format!("--to: there is no block #{to} yet; the best one is #{best}")
	} else if from > to {
		format!("--from: the blocks end with #{to}, so none of them is to be had from #{from} on")
	} else {
		return Ok(());
	};
	Err(Error::Input(refusal))
}

fn block_at(backend: &FullBackend, number: BlockNumber) -> Result<SignedBlock<Block>> {
	let chain = backend.blockchain();
	let found = || -> sp_blockchain::Result<Option<SignedBlock<Block>>> {
		let Some(hash) = chain.hash(number)? else { return Ok(None) };
		let (Some(header), Some(body)) = (chain.header(hash)?, chain.body(hash)?) else {
			return Ok(None);
		};
		let justifications = chain.justifications(hash)?;
		Ok(Some(SignedBlock { block: Block::new(header, body), justifications }))
	};
	found()?.ok_or_else(|| {
		Error::Input(format!(
			"block #{number} is not kept here whole; export it on an archive node"
		))
	})
}

fn create(path: &Path) -> Result<File> {
	File::create(path)
		.map_err(|error| Error::Input(format!("cannot write {}: {error}", path.display())))
}

/// The beginning of a file of blocks.
pub(crate) struct Import {
	file: String,
	first: SignedBlock<Block>,
}

impl Import {
	/// Reads the first block of the file that a command names. There is none for a stream.
	pub(crate) fn new(command: &ImportBlocksCmd) -> Result<Option<Self>> {
		let Some(path) = &command.input else { return Ok(None) };
		let file = path.display().to_string();
		let refusal = |reason: String| Error::Input(format!("{file}: {reason}"));
		let opened = File::open(path).map_err(|error| refusal(error.to_string()))?;
		let mut reader = BufReader::new(opened);
		let start = reader.fill_buf().map_err(|error| refusal(error.to_string()))?;
		if start.is_empty() {
			return Err(refusal("the file is empty".into()));
		}
		let first = match (start.starts_with(JSON_START), command.binary) {
			(true, true) => Err("these blocks are in JSON; leave out --binary".into()),
			(true, false) => first_in_json(reader),
			(false, true) => first_in_binary(reader),
			(false, false) => Err("these blocks are not in JSON; --binary reads the other format \
				that export-blocks writes"
				.into()),
		};
		first.map(|first| Some(Self { first, file: file.clone() })).map_err(refusal)
	}

	/// Requires that the first block follows on one of the database, or of the genesis where there is
	/// no database yet.
	pub(crate) fn require_connected(&self, config: &Configuration) -> Result<()> {
		let header = self.first.block.header();
		let (number, parent) = (*header.number(), *header.parent_hash());
		// The genesis itself follows on nothing, and is as good as what follows on it.
		let needed = if number == 0 { self.first.block.hash() } else { parent };
		let (connects, best) = if database::is_there(config) {
			let backend = new_db_backend::<Block>(config.db_config())?;
			let chain = backend.blockchain();
			(chain.header(needed)?.is_some(), chain.info().best_number)
		} else {
			let specified = service::first_state(config)?;
			(database::is_genesis(needed, &specified), 0)
		};
		if connects {
			return Ok(());
		}
		let file = &self.file;
		Err(Error::Input(match number {
			0 | 1 => format!(
				"{file}: these blocks are of another network: they follow on the genesis {needed:?}, \
				 which is not the one of --chain"
			),
			_ => format!(
				"{file}: the first block is #{number}, and the one before it, {parent:?}, is not in \
				 the database, whose best block is #{best}; import the blocks before it first"
			),
		}))
	}
}

fn first_in_json(reader: impl Read) -> std::result::Result<SignedBlock<Block>, String> {
	serde_json::Deserializer::from_reader(reader)
		.into_iter()
		.next()
		.ok_or("there is no block in it")?
		.map_err(|error| format!("the first block cannot be read: {error}"))
}

fn first_in_binary(reader: impl Read) -> std::result::Result<SignedBlock<Block>, String> {
	let mut reader = IoReader(reader);
	let count = u64::decode(&mut reader).unwrap_or_default();
	if count == 0 {
		return Err("there is no block in it".into());
	}
	SignedBlock::decode(&mut reader)
		.map_err(|_| "the first block cannot be read; is it a file of export-blocks?".into())
}

/// Requires that the block to check is there, and the state that it is run on.
pub(crate) fn require_checkable(command: &CheckBlockCmd, config: &Configuration) -> Result<()> {
	database::require(config)?;
	let backend = new_db_backend::<Block>(config.db_config())?;
	let chain = backend.blockchain();
	let wanted: BlockId<Block> = command.input.parse()?;
	let hash = chain.block_hash_from_id(&wanted)?;
	let header = hash.map(|hash| chain.header(hash)).transpose()?.flatten();
	let Some(header) = header else {
		return Err(Error::Input(format!(
			"{} is not in the database, whose best block is #{}",
			named(&wanted),
			chain.info().best_number
		)));
	};
	let Some(before) = header.number().checked_sub(1) else {
		return Err(Error::Input(
			"block #0 is the genesis: the chain specification makes it, and no block is before it"
				.into(),
		));
	};
	if backend.have_state_at(*header.parent_hash(), before) {
		return Ok(());
	}
	Err(Error::Input(format!(
		"the state of block #{before}, on which {} is run, is not kept here any more; a node with \
		 --state-pruning archive keeps all, one without it the last 256",
		named(&wanted)
	)))
}

fn named(block: &BlockId<Block>) -> String {
	match block {
		BlockId::Number(number) => format!("block #{number}"),
		BlockId::Hash(hash) => format!("block {hash:?}"),
	}
}

/// Requires that so many blocks can be taken back: none that is final.
pub(crate) fn require_revertible(command: &RevertCmd, client: &FullClient) -> Result<()> {
	let wanted: BlockNumber = command.num.parse()?;
	let info = client.info();
	revertible(wanted, info.best_number, info.finalized_number)
}

fn revertible(wanted: BlockNumber, best: BlockNumber, finalised: BlockNumber) -> Result<()> {
	let most = best.saturating_sub(finalised);
	if (1..=most).contains(&wanted) {
		return Ok(());
	}
	Err(Error::Input(match most {
		0 => format!("nothing can be taken back: the best block, #{best}, is final"),
		_ => format!(
			"{wanted} blocks cannot be taken back: {most} can, those above #{finalised}, the last \
			 final block. What is final stays"
		),
	}))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refusal(outcome: Result<()>) -> String {
		outcome.map(|()| String::new()).unwrap_or_else(|error| error.to_string())
	}

	#[test]
	fn range_should_be_refused_when_it_is_not_within_the_chain() {
		assert_eq!(refusal(require_range(1, 9, 9)), "");
		assert!(refusal(require_range(1, 10, 9)).contains("no block #10 yet"));
		assert!(refusal(require_range(10, 9, 9)).contains("from #10"));
		assert!(refusal(require_range(1, 0, 0)).contains("no blocks yet"));
	}

	#[test]
	fn blocks_should_stay_when_they_are_final() {
		assert_eq!(refusal(revertible(2, 9, 7)), "");
		assert!(refusal(revertible(3, 9, 7)).contains("above #7"));
		assert!(refusal(revertible(1, 7, 7)).contains("#7, is final"));
		assert!(refusal(revertible(0, 9, 7)).contains("0 blocks cannot"));
	}

	#[test]
	fn first_block_should_be_refused_when_there_is_none() {
		assert!(first_in_binary(&0_u64.encode()[..]).is_err());
		assert!(first_in_binary(&b""[..]).is_err());
		assert!(first_in_json(&b""[..]).is_err());
	}
}

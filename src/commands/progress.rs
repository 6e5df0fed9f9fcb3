//! How far a long run has come, on standard error: after half a second, and on a terminal alone.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::i18n::{Lang, say};

/// How long nothing is said.
const PATIENCE: Duration = Duration::from_millis(500);
/// How long a line stands before the next.
const STANDS: Duration = Duration::from_millis(100);

/// Counts what is done of how much; the line goes with it.
#[derive(Debug)]
pub(super) struct Progress {
    counts: Arc<Counts>,
    /// Says it is over, by going; and who waits for that.
    teller: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Debug, Default)]
struct Counts {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// None of it is done yet.
    pub(super) fn new(lang: Lang) -> Self {
        let counts = Arc::<Counts>::default();
        let told = Arc::clone(&counts);
        let teller = io::stderr().is_terminal().then(|| {
            let (over, ends) = mpsc::channel();
            (over, std::thread::spawn(move || tell(&told, &ends, lang)))
        });
        Self { counts, teller }
    }

    /// One more is done, of `all`.
    pub(super) fn step(&self, all: usize) {
        self.counts.all.store(all, Ordering::Relaxed);
        self.counts.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((over, teller)) = self.teller.take() {
            drop(over);
            // One that failed has said nothing that has to be taken back.
            let _ = teller.join();
        }
    }
}

/// Says how far it is, until that is over.
fn tell(counts: &Counts, ends: &mpsc::Receiver<()>, lang: Lang) {
    let mut wait = PATIENCE;
    let mut said = false;
    while ends.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        let (done, all) = (counts.done.load(Ordering::Relaxed), counts.all.load(Ordering::Relaxed));
        // A line that cannot be written is one that nobody reads.
        let _ = write!(io::stderr(), "\r\x1b[K{}", say::files_read(done, all).get(lang));
        let _ = io::stderr().flush();
        (wait, said) = (STANDS, true);
    }
    if said {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}

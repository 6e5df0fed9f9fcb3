//! Files whole: read as text, written so that there is the old one or the new one and nothing in between.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::{NamedTempFile, TempPath};

use crate::error::{Doing, Error, Result};
use crate::i18n::say;

/// How long another program's lock is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// The text of a file.
///
/// # Errors
///
/// The file cannot be read, is too large, or is not UTF-8; then the place of the first wrong byte.
pub(super) fn read_text(path: &Path) -> Result<String> {
    text(&path.display().to_string(), read_bytes(path)?)
}

/// The largest checklist or assessment that is read, in MiB. What it takes to hold one is about thirty times as much, and the
/// largest published models are a tenth of it.
const LARGEST: usize = 16;

/// The bytes of a file; of one that is too large, which is refused where they are read as text, not many more than may be.
///
/// # Errors
///
/// The file cannot be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    read_past(path, LARGEST << 20)
}

/// The bytes of a file, no more than one past `most`: a file may have no end.
///
/// # Errors
///
/// The file cannot be read.
pub fn read_past(path: &Path, most: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let read = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.doing(path, say::doing_read).map(|_| bytes)
}

/// The text of a checklist or an assessment that `bytes` are.
pub(super) fn text(shown: &str, bytes: Vec<u8>) -> Result<String> {
    if bytes.len() > LARGEST << 20 {
        return Err(Error::new(say::too_large(shown, LARGEST)).hint(say::too_large_hint()));
    }
    utf8(shown, bytes)
}

/// The text that `bytes` are, `shown` being their file as people name it.
///
/// # Errors
///
/// They are not UTF-8.
pub fn utf8(shown: &str, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|wrong| {
        let at = wrong.utf8_error().valid_up_to();
        let line = 1 + wrong.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
        Error::new(say::not_utf8(shown, at, line)).hint(say::not_utf8_hint())
    })
}

/// The file that a path leads to through symbolic links, even if it is not there (any more).
pub(super) fn resolve(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    // The system gives up after 40 links too.
    for _ in 0..40 {
        let Ok(to) = fs::read_link(&path) else { break };
        path = path.parent().map_or(to.clone(), |dir| dir.join(&to));
    }
    path
}

/// Keeps others that save in the same directory waiting until it goes.
#[derive(Debug)]
pub(super) struct Lock {
    // Held open: closing the file gives the lock back.
    _file: Option<File>,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub(super) enum Attempt {
    /// It is ours.
    Ours(Lock),
    /// Another program has it: its name and process id, where the system tells.
    Theirs(Option<String>),
}

impl Attempt {
    /// What is said of a file at `shown` that another program has locked.
    pub(super) fn refused(shown: &str, holder: Option<&str>) -> Error {
        Error::new(say::locked(shown, holder)).hint(say::locked_hint())
    }
}

impl Lock {
    /// The lock of the directory of `path`, which is waited for, [`PATIENCE`] at most.
    ///
    /// # Errors
    ///
    /// Another program has it for longer.
    pub(super) fn wait(path: &Path) -> Result<Self> {
        let since = Instant::now();
        loop {
            match Self::of(path)? {
                Attempt::Ours(lock) => return Ok(lock),
                Attempt::Theirs(holder) if since.elapsed() >= PATIENCE => {
                    return Err(Attempt::refused(&directory(path).display().to_string(), holder.as_deref()));
                }
                Attempt::Theirs(_) => std::thread::sleep(Duration::from_millis(10)),
            }
        }
    }

    /// Asks for the lock of the directory of `path`, and does not wait for it.
    ///
    /// The directory itself is locked, for a rename swaps the file under a lock of its own, and a lock file would be
    /// litter. A file system without locks goes without.
    #[cfg(unix)]
    pub(super) fn of(path: &Path) -> Result<Attempt> {
        let dir = directory(path);
        match File::open(dir) {
            Ok(file) => Self::held(file, dir),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(Attempt::Ours(Self { _file: None })),
            // A directory may be writable and not readable.
            Err(denied) if denied.kind() == io::ErrorKind::PermissionDenied => Ok(Attempt::Ours(Self { _file: None })),
            Err(error) => Err(error).doing(dir, say::doing_lock),
        }
    }

    /// Asks for the lock of the directory of `path`, which is a file in it: a directory cannot be opened here.
    #[cfg(not(unix))]
    pub(super) fn of(path: &Path) -> Result<Attempt> {
        let dir = directory(path);
        let lock = dir.join(".lock");
        match File::options().create(true).truncate(false).write(true).open(&lock) {
            Ok(file) => Self::held(file, &lock),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(Attempt::Ours(Self { _file: None })),
            Err(error) => Err(error).doing(lock, say::doing_lock),
        }
    }

    fn held(file: File, shown: &Path) -> Result<Attempt> {
        match file.try_lock() {
            Ok(()) => Ok(Attempt::Ours(Self { _file: Some(file) })),
            Err(TryLockError::WouldBlock) => Ok(Attempt::Theirs(holder(&file))),
            Err(TryLockError::Error(none))
                if matches!(none.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) =>
            {
                Ok(Attempt::Ours(Self { _file: None }))
            }
            Err(TryLockError::Error(error)) => Err(error).doing(shown, say::doing_lock),
        }
    }
}

/// The program that has locked a file, as Linux tells it in `/proc/locks` (see `man proc_locks`).
#[cfg(target_os = "linux")]
fn holder(file: &File) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let meta = file.metadata().ok()?;
    let (major, minor) =
        (meta.dev() >> 8 & 0xfff | meta.dev() >> 32 & !0xfff, meta.dev() & 0xff | meta.dev() >> 12 & !0xff);
    let place = format!("{major:02x}:{minor:02x}:{}", meta.ino());
    let locks = fs::read_to_string("/proc/locks").ok()?;
    let line =
        locks.lines().find(|line| line.contains("FLOCK") && line.split_whitespace().any(|word| word == place))?;
    let pid = line.split_whitespace().nth(4).filter(|pid| pid.bytes().all(|byte| byte.is_ascii_digit()))?;
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).ok()?;
    Some(format!("{} ({pid})", crate::text::one_line(&name)))
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &File) -> Option<String> {
    None
}

/// Puts `text` in the place of the file at `path`, which may not be there: afterwards the file is whole, old or new. Its
/// mode and owner stay, and a symbolic link stays one.
///
/// # Errors
///
/// The file cannot be written; it is as it was.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    ready(path, text)?.put()
}

/// What is on the disk beside a file, to be put in its place; it goes away unless it is.
#[derive(Debug)]
pub(super) struct Ready {
    temp: NamedTempFile,
    path: PathBuf,
}

/// Does the part of [`replace`] that may well fail.
pub(super) fn ready(path: &Path, text: &str) -> Result<Ready> {
    let path = resolve(path);
    if path.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory)).doing(path, say::doing_write);
    }
    let temp = written(&path, text)?;
    if let Ok(old) = fs::metadata(&path) {
        keep_owner(temp.path(), &old);
        temp.as_file().set_permissions(old.permissions()).doing(&path, say::doing_write)?;
    }
    Ok(Ready { temp, path })
}

impl Ready {
    /// Does the rest of it.
    pub(super) fn put(self) -> Result<()> {
        let Self { temp, path } = self;
        temp.persist(&path).map_err(|failed| failed.error).doing(&path, say::doing_write)?;
        sync_directory(&path);
        Ok(())
    }
}

/// Moves a file, which stays as it is, to a place where there is none.
pub(super) fn shift(from: &Path, to: &Path) -> io::Result<()> {
    let mut path = TempPath::try_from_path(from)?;
    // It is no temporary file: only the way to move one without replacing another is wanted.
    path.disable_cleanup(true);
    path.persist_noclobber(to).map_err(|failed| failed.error)?;
    sync_directory(from);
    sync_directory(to);
    Ok(())
}

/// The `nth` name for a file that is to be `path` where that is free: `a.toml`, `a-2.toml`, `a-3.toml` …
pub fn numbered(path: &Path, nth: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    if nth < 2 { path.to_owned() } else { path.with_file_name(format!("{stem}-{nth}{ending}")) }
}

/// Writes a file that is not there yet, with the directories above it.
///
/// # Errors
///
/// It is there, or cannot be written.
pub fn create(path: &Path, text: &str) -> Result<()> {
    let dir = directory(path);
    fs::create_dir_all(dir).doing(dir, say::doing_create)?;
    let temp = written(path, text)?;
    temp.persist_noclobber(path).map_err(|failed| failed.error).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Error::new(say::file_exists(path.display())).hint(say::file_exists_hint()),
        _ => Error::io(path, &say::doing_create(), &error),
    })?;
    sync_directory(path);
    Ok(())
}

/// A file beside `path` that holds `text` on the disk, and goes away unless it is persisted.
fn written(path: &Path, text: &str) -> Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".opsladder-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Less the umask, as any other new file: an assessment is there to be read by the team.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let write = || -> io::Result<NamedTempFile> {
        let mut temp = builder.tempfile_in(directory(path)).map_err(|failed| without_path(&failed))?;
        temp.write_all(text.as_bytes())?;
        temp.as_file().sync_all()?;
        Ok(temp)
    };
    write().doing(path, say::doing_write)
}

/// The error without the name of the temporary file, which nobody has asked for.
fn without_path(failed: &io::Error) -> io::Error {
    let said = failed.to_string();
    let cause = said.split_once(" at path ").map_or(said.as_str(), |(cause, _)| cause);
    io::Error::new(failed.kind(), cause)
}

/// Gives the new file the owner of the old one, where that is allowed; only root needs it.
#[cfg(unix)]
fn keep_owner(new: &Path, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(new, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) {}

/// Makes a rename last. The new file is in its place whether or not this succeeds, so a failure says nothing useful.
fn sync_directory(path: &Path) {
    if let Ok(dir) = File::open(directory(path)) {
        let _ = dir.sync_all();
    }
}

fn directory(path: &Path) -> &Path {
    path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

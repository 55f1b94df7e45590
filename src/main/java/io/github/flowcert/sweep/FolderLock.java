package io.github.flowcert.sweep;

import io.github.flowcert.yaml.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from working on the same journal. */
public final class FolderLock implements Closeable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a part of a sweep, until it is closed or this process ends; missing folders
   * are made.
   *
   * @param folder where results of the sweep are kept
   * @throws InputException if another process has it
   * @throws IOException if there can be no such file
   */
  public static FolderLock take(Path folder, Shard shard) throws InputException, IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("." + shard.fileName() + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new InputException(
          folder + ": another process works on this sweep; expected to be alone, or another --out");
    }
    return new FolderLock(channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

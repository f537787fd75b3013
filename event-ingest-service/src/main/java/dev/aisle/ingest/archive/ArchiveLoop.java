package dev.aisle.ingest.archive;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.ingest.archive.files.ArchiveDirectory;
import dev.aisle.ingest.archive.files.ArchiveLock;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.RefusedPeople;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.sealing.PayloadSeals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows the log until it is told to end. After any failure it begins as after a restart: nothing counts but the files, so
 * there is one way to recover and it is used every day.
 */
final class ArchiveLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ArchiveLoop.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<Purpose> PURPOSES = DataMap.purposesOf("event-ingest-service");

    private final ArchiveConfig config;
    private final Surroundings around;
    private final Steps steps;
    private final ArchiveDirectory directory;
    private final ParquetFiles parquet;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Instant tidied = Instant.EPOCH;
    private Instant forgotten = Instant.EPOCH;
    private Instant failedAt = Instant.EPOCH;

    ArchiveLoop(Path root, ArchiveConfig config, Surroundings around, Steps steps) {
        this.config = config;
        this.around = around;
        this.steps = steps;
        this.directory = new ArchiveDirectory(root, steps);
        this.parquet = new ParquetFiles(directory.unfinished(), config.memoryLimit());
    }

    /** What it reads from and tells to. */
    record Surroundings(
            String bootstrapServers,
            ErasedSubjects erased,
            ConsentAtUse consents,
            RefusedPeople refused,
            PayloadSeals seals,
            ArchiveWords words,
            ArchiveStatus status) {}

    void end() {
        ended.countDown();
    }

    @Override
    public void run() {
        while (!isEnded()) {
            try {
                Optional<ArchiveLock> lock = ArchiveLock.take(directory.root());
                if (lock.isPresent()) {
                    try (ArchiveLock _ = lock.get()) {
                        follow();
                    }
                } else {
                    around.status().is(new ArchiveStatus.StandBy());
                    pause(config.retryAfter());
                }
            } catch (IOException | RuntimeException e) {
                String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                around.status().is(new ArchiveStatus.Waiting(reason));
                failedAt = Instant.now();
                LOG.errorf("The event archive waits, nothing is lost: %s", reason);
                pause(config.retryAfter());
            }
        }
    }

    private void follow() throws IOException {
        Archive archive = new Archive(
                directory,
                parquet,
                new Archive.Limits(config.flushEvents(), config.flushAfter()),
                around.status(),
                steps);
        ErasePersons erase = new ErasePersons(directory, parquet, around.status());
        try (ArchiveConsumer consumer = new ArchiveConsumer(around, archive, erase)) {
            Map<Integer, Long> next = archive.recover();
            eraseRestored(erase);
            consumer.goOnFrom(next);
            while (!isEnded()) {
                consumer.turn();
                archive.flushOlder(Instant.now());
                tellRecovery(archive);
                tidy(Instant.now());
                forgetRefused(erase, Instant.now());
            }
            archive.flushAll();
        }
    }

    /** Before anything is added or read: who was erased since the copy was made mustn't be in it. */
    private void eraseRestored(ErasePersons erase) throws IOException {
        if (!directory.isRestored()) {
            return;
        }
        if (!around.erased().upToDate(PATIENCE)) {
            throw new IOException("the copy that was put back waits until it is known who was erased");
        }
        int gone = erase.eraseRestored(around.erased()::contains);
        LOG.warnf("%d erased people had come back with a copy of the event archive and are removed again", gone);
    }

    /** After a failure only a file that was written, or that there is nothing to write, shows that it is over. */
    private void tellRecovery(Archive archive) {
        boolean nothingToDo = archive.isIdle() && around.status().lag() == 0;
        if (nothingToDo || !around.status().lastFlush().isBefore(failedAt)) {
            around.status().is(new ArchiveStatus.Following());
        }
    }

    /** A failure here is told and tried again the next time: no event waits for it. */
    private void tidy(Instant now) {
        if (tidied.plus(config.tidyEvery()).isAfter(now)) {
            return;
        }
        tidied = now;
        try {
            new TidyArchive(directory, parquet, around.status(), config.retentionDays())
                    .tidy(LocalDate.ofInstant(now, ZoneOffset.UTC));
        } catch (IOException e) {
            around.status().tidyFailed();
            LOG.errorf("The event archive could not be tidied: %s", e.getMessage());
        }
    }

    /** Rows of people who have refused all that the archive is kept for stay until the term is over, as do rows from before a refusal, after a new yes. */
    private void forgetRefused(ErasePersons erase, Instant now) throws IOException {
        if (forgotten.plus(config.forgetEvery()).isAfter(now)
                || !around.refused().known()) {
            return;
        }
        forgotten = now;
        int gone = erase.eraseRefused(
                person -> around.refused().isOver(person, PURPOSES, now),
                person -> around.refused().uselessUpTo(person, PURPOSES, now));
        if (gone > 0) {
            LOG.infof("Removed %d people from the event archive of whom no purpose held anything any more", gone);
        }
    }

    private boolean isEnded() {
        return ended.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            boolean _ = ended.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
    }
}

package dev.aisle.ingest.archive;

import dev.aisle.ingest.archive.files.Steps;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.RefusedPeople;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.Producers;
import dev.aisle.platform.sealing.PayloadSeals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs the archive on a thread of its own, when there is a folder for it. */
@Singleton
class ArchiveRuns {
    private final ArchiveConfig config;
    private final ArchiveLoop.Surroundings surroundings;
    private @Nullable ArchiveLoop loop;

    ArchiveRuns(
            ArchiveConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            ErasedSubjects erased,
            ConsentAtUse consents,
            RefusedPeople refused,
            PayloadSeals seals,
            DeadLetters deadLetters,
            Producers producers,
            ReceiptSigner signer,
            ArchiveStatus status) {
        this.config = config;
        this.surroundings = new ArchiveLoop.Surroundings(
                bootstrapServers,
                erased,
                consents,
                refused,
                seals,
                new ArchiveWords(deadLetters, producers, signer),
                status);
    }

    void start(@Observes StartupEvent event) {
        config.directory().ifPresent(directory -> {
            loop = new ArchiveLoop(directory, config, surroundings, Steps.UNWATCHED);
            Thread.ofPlatform().daemon().name("event-archive").start(loop);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.end();
        }
    }
}

package dev.aisle.local.importer;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.shell.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Sends what was collected: consents, then the catalogue, then the events. Goes on where an aborted run has stopped. */
public final class Feed {
    private static final Duration CONSENT_PATIENCE = Duration.ofSeconds(30);
    private final ApiClient api;
    private final Progress progress;
    private final Path checkpointFile;
    private final FeedReport report = new FeedReport();
    private final List<BadLine> refused = Collections.synchronizedList(new ArrayList<>());

    public Feed(ApiClient api, Progress progress, Path checkpointFile) {
        this.api = api;
        this.progress = progress;
        this.checkpointFile = checkpointFile;
    }

    public FeedReport send(Collected collected, Optional<Consents> consents) {
        var checkpoint = Checkpoint.open(checkpointFile);
        if (checkpoint.isBegun()) {
            progress.step("Going on where the last run stopped (" + checkpointFile.getFileName() + ").");
        }
        try {
            consents.ifPresent(granted -> grant(granted, collected, checkpoint));
            sendProducts(collected, checkpoint);
            sendEvents(collected, consents.isPresent() ? CONSENT_PATIENCE : Duration.ZERO, checkpoint);
        } catch (CommandFailure e) {
            throw new CommandFailure(e.getMessage() + " The same command goes on from here.", e);
        }
        checkpoint.delete();
        return report;
    }

    /** What the services refused of what was sent. */
    public List<BadLine> refused() {
        return List.copyOf(refused);
    }

    private void grant(Consents consents, Collected collected, Checkpoint checkpoint) {
        var people = collected.people();
        if (people.isEmpty() || checkpoint.of("consents") == people.size()) {
            return;
        }
        var meter = new Meter(progress, "consents", people.size());
        consents.grant(api, people, collected.dataset(), meter);
        checkpoint.reached("consents", people.size());
        meter.done();
    }

    private void sendProducts(Collected collected, Checkpoint checkpoint) {
        var products = List.copyOf(collected.products());
        if (products.isEmpty()) {
            return;
        }
        var meter = new Meter(progress, "products", products.size());
        new CatalogueFeed(api, checkpoint, report, refused::add).send(products, meter);
        meter.done();
    }

    private void sendEvents(Collected collected, Duration patience, Checkpoint checkpoint) {
        var events = collected.events();
        if (events.isEmpty()) {
            return;
        }
        var meter = new Meter(progress, "events", events.size());
        new EventFeed(api, checkpoint, report, refused::add, patience).send(events, meter);
        meter.done();
    }
}

package dev.aisle.local.demo;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.EventCounter;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.importer.Consents;
import dev.aisle.local.importer.Feed;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills the shop, and waits until the services have digested it. */
final class FeedAct {
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration DIGESTION = Duration.ofMinutes(4);
    private final Layout layout;
    private final ApiClient api;
    private final Progress progress;
    private final Story story;
    private final Figures figures;

    FeedAct(Layout layout, ApiClient api, Progress progress, Story story, Figures figures) {
        this.layout = layout;
        this.api = api;
        this.progress = progress;
        this.story = story;
        this.figures = figures;
    }

    void play(Collected data, String jurisdiction) {
        story.chapter("The shop is filled: consents, then the catalogue, then what people did.");
        story.say(String.format(
                Locale.ROOT,
                "%,d products, %,d events of %,d people. Their consents go first: the door drops who has granted nothing.",
                data.products().size(),
                data.events().size(),
                data.people().size()));
        var checkpoint = layout.imports().resolve("demo-" + data.dataset() + ".json");
        try (var counter = new EventCounter(layout.ports())) {
            var feed = new Feed(api, progress, checkpoint);
            var consents = Consents.parse("analytics,model_training,personalization", jurisdiction);
            var start = System.nanoTime();
            var report = feed.send(data, Optional.of(consents));
            var arrived = counter.await(report.acceptedEvents(), SILENCE);
            feed.refused().stream().limit(5).forEach(refused -> story.say("refused: " + refused));
            if (report.acceptedEvents() == 0) {
                throw new CommandFailure("The door took none of the events.");
            }
            note(arrived, (counter.lastNanos() - start) / 1e9, report.acceptedEvents());
        }
        digest();
    }

    private void note(long arrived, double seconds, long accepted) {
        var line = String.format(
                Locale.ROOT,
                "%,d events taken by the door, %,d counted at the broker after the refinery, %.1f s with consents and catalogue",
                accepted,
                arrived,
                seconds);
        figures.note("fed", line);
        story.say(line + (arrived < accepted ? " (those that were there before are taken once)." : "."));
    }

    private void digest() {
        var start = System.nanoTime();
        try (var backlog = new Backlog(layout.ports())) {
            for (var service : List.of(Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN)) {
                var done = backlog.awaitCaughtUp(service, DIGESTION);
                progress.step(service.label() + (done ? " has digested all of it" : " is still behind; going on"));
            }
        }
        figures.note(
                "digested",
                String.format(Locale.ROOT, "%.1f s after the last event", (System.nanoTime() - start) / 1e9));
    }
}

package dev.aisle.local.importer;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./aisle import}. */
public final class ImportCommand {
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public ImportCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    public int run() {
        arguments.allow("port-base", "home", "columns", "catalog", "dry-run", "consent", "jurisdiction", "state");
        if (arguments.operands().size() == 2 && arguments.operands().getFirst().equals("knowledge")) {
            return knowledge(Path.of(arguments.operands().get(1)));
        }
        if (arguments.operands().size() != 1) {
            throw new CommandFailure("./aisle import takes one file or folder. See ./aisle help.");
        }
        var path = Path.of(arguments.operands().getFirst());
        if (arguments.has("catalog") && MerchantFeed.recognises(path)) {
            return new MerchantFeed(new ApiClient(layout.ports()), progress).send(path, arguments.has("dry-run"));
        }
        var source = new ImportSource(path, arguments.option("columns").orElse(""), arguments.has("catalog"));
        var jurisdiction = arguments.option("jurisdiction").orElse("US");
        var consents = arguments.option("consent").map(list -> Consents.parse(list, jurisdiction));
        var collected = source.read();
        progress.step(String.format(
                Locale.ROOT,
                "Read %s: %,d events from %,d lines, %,d people, %,d products, %,d bad lines.",
                path,
                collected.events().size(),
                collected.lines(),
                collected.people().size(),
                collected.products().size(),
                collected.bad().size()));
        var base = collected.dataset() + "-" + source.fingerprint();
        if (arguments.has("dry-run")) {
            return dryRun(collected, base);
        }
        var feed = new Feed(
                new ApiClient(layout.ports()), progress, layout.imports().resolve(base + ".json"));
        var report = feed.send(collected, consents);
        var bad = new ArrayList<>(collected.bad());
        bad.addAll(feed.refused());
        tell(bad, collected, base);
        return summary(report, bad.size());
    }

    private int knowledge(Path place) {
        var state = arguments.option("state").orElse("approved");
        var feed = new KnowledgeFeed(new ApiClient(layout.ports()), progress, state, arguments.has("dry-run"));
        var bad = layout.imports().resolve("knowledge.bad.txt");
        return feed.send(place, bad, layout.shown(bad)) ? 0 : 1;
    }

    private void tell(List<BadLine> bad, Collected collected, String base) {
        var file = layout.imports().resolve(base + ".bad.txt");
        BadLineReport.show(bad, collected.badByReason(), file, layout.shown(file), progress);
    }

    private int dryRun(Collected collected, String base) {
        tell(collected.bad(), collected, base);
        collected.events().stream().findFirst().ifPresent(event -> progress.say("First event: " + event.json()));
        collected.products().stream()
                .findFirst()
                .ifPresent(product -> progress.say("First product: " + Json.write(product)));
        progress.say("Nothing was sent (--dry-run).");
        return collected.isEmpty() ? 1 : 0;
    }

    private int summary(FeedReport report, int bad) {
        progress.step(String.format(
                Locale.ROOT,
                "Imported %,d events and %,d products; %,d events dropped for want of consent; %,d bad lines.",
                report.acceptedEvents(),
                report.acceptedProducts(),
                report.droppedEvents(),
                bad));
        if (report.droppedEvents() > 0) {
            progress.say(
                    "  The door stores nothing of people who have granted nothing. If the shop has their consent on "
                            + "record: --consent personalization,model_training,analytics");
        }
        return report.acceptedEvents() + report.acceptedProducts() > 0 ? 0 : 1;
    }
}

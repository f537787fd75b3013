package dev.aisle.local.demo;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.importer.ImportSource;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ./aisle demo}. */
public final class DemoCommand {
    /** A shop's catalogue may have a hundred thousand products, whose texts take up to 4 kB each. */
    private static final Map<Part, Tuning> WITH_A_SHOPS_DATA =
            Map.of(Part.RECOMMENDER, new Tuning(List.of("-Xmx1g", "-Xss512k", "-XX:+UseSerialGC"), Map.of()));

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public DemoCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    public int run() {
        arguments.allow("port-base", "home", "data");
        if (!arguments.operands().isEmpty()) {
            return media();
        }
        var erased = new Erased(layout.data().resolve("demo-erased.txt"));
        var data = erased.without(data());
        var figures = new Figures();
        up(figures);
        var api = new ApiClient(layout.ports());
        var story = new Story(api, progress);
        var cast = Cast.of(data);
        new FeedAct(layout, api, progress, story, figures).play(data, arguments.has("data") ? "US" : "DE");
        new TrainAct(story, progress, figures, api).play();
        new RecommendAct(story, figures).play(cast, data);
        new AssistantAct(layout, story).play();
        new CampaignAct(story).play(cast, data);
        if (!arguments.has("data")) {
            // The demo shop's shelf has the simulated products.
            new ShopWindowAct(story).play(data);
        }
        var privacy = new PrivacyAct(story, figures);
        privacy.withdrawal(cast.first());
        erased.add(cast.second());
        privacy.erasure(cast.second());
        figures.print(progress);
        progress.say("          The shop is at " + layout.ports().http(Part.SHOP)
                + ": look around, choose what may be used, watch the panel, ask the assistant.");
        progress.say("          The consoles are at " + layout.ports().http(Part.CAMPAIGN)
                + "/console: sign in as a marketer, an analyst, an operator or a privacy officer.");
        progress.say("          The stack goes on running: ./aisle status shows it, ./aisle down stops it.");
        return 0;
    }

    /** {@code ./aisle demo media}: the script has put the pack in use for the stack that starts here. */
    private int media() {
        if (!arguments.operands().equals(List.of("media"))) {
            throw new CommandFailure("There is no demo \"" + String.join(" ", arguments.operands())
                    + "\"; there are demo and demo media --data DIR.");
        }
        if (!arguments.has("data")) {
            throw new CommandFailure("demo media needs --data DIR with movies.csv and ratings.csv of MovieLens: fetch "
                    + "https://files.grouplens.org/datasets/movielens/ml-latest-small.zip and unzip it.");
        }
        var data = data();
        var figures = new Figures();
        up(figures);
        var api = new ApiClient(layout.ports());
        var story = new Story(api, progress);
        new FeedAct(layout, api, progress, story, figures).play(data, "US");
        new TrainAct(story, progress, figures, api).play();
        new MediaAct(story, figures).play(Cast.of(data), data);
        figures.print(progress);
        progress.say("          The stack goes on running: ./aisle status shows it, ./aisle down stops it.");
        return 0;
    }

    private Collected data() {
        var directory = arguments.option("data");
        if (directory.isPresent()) {
            progress.step("Reading " + directory.get());
            return new ImportSource(Path.of(directory.get()), "", false).read();
        }
        return SimulatedData.of(
                new Shop(ShopSettings.demo(LocalDate.now(ZoneOffset.UTC).minusDays(1))),
                Optional.of(layout.ports().http(Part.SHOP)));
    }

    private void up(Figures figures) {
        var stack = new Stack(layout, progress, arguments.has("data") ? WITH_A_SHOPS_DATA : Map.of());
        if (stack.isUp(Part.all())) {
            progress.step("Aisle is already up.");
            return;
        }
        var before = progress.seconds();
        stack.up(Part.all());
        figures.note("up", String.format(Locale.ROOT, "%.1f s", progress.seconds() - before));
    }
}

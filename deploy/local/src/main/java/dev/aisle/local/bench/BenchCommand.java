package dev.aisle.local.bench;

import dev.aisle.local.bench.assistant.AssistantBench;
import dev.aisle.local.bench.campaigns.DecisionBench;
import dev.aisle.local.bench.campaigns.FlagBench;
import dev.aisle.local.bench.campaigns.SendBench;
import dev.aisle.local.bench.campaigns.TriggerBench;
import dev.aisle.local.bench.consoles.ConsoleBench;
import dev.aisle.local.bench.images.ImagesBench;
import dev.aisle.local.bench.ingest.IngestBench;
import dev.aisle.local.bench.people.PeopleBench;
import dev.aisle.local.bench.profile.ProfileBench;
import dev.aisle.local.bench.scale.ScaleBench;
import dev.aisle.local.bench.serving.ServingBench;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;

/** {@code ./aisle bench NAME}. */
public final class BenchCommand {
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public BenchCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    private int campaigns(String only) {
        return switch (only) {
            case "send" -> new SendBench(arguments, layout, progress).run();
            case "decisions" -> new DecisionBench(arguments, layout, progress).run();
            case "trigger" -> new TriggerBench(arguments, layout, progress).run();
            case "" -> Math.max(campaigns("send"), Math.max(campaigns("decisions"), campaigns("trigger")));
            default -> throw new CommandFailure("--only takes send, decisions or trigger.");
        };
    }

    public int run() {
        return switch (String.join(" ", arguments.operands())) {
            case "smoke" -> {
                arguments.allow("port-base", "home", "events");
                yield new SmokeBench(arguments, layout, progress).run();
            }
            case "ingest" -> {
                arguments.allow("port-base", "home", "seconds", "refine", "overload");
                yield new IngestBench(arguments, layout, progress).run();
            }
            case "profile" -> {
                arguments.allow("port-base", "home", "people", "events", "rate", "seconds");
                yield new ProfileBench(arguments, layout, progress).run();
            }
            case "campaigns" -> {
                arguments.allow(
                        "port-base",
                        "home",
                        "only",
                        "people",
                        "senders",
                        "shoppers",
                        "campaigns",
                        "rate",
                        "seconds",
                        "tries");
                yield campaigns(arguments.option("only").orElse(""));
            }
            case "flags" -> {
                arguments.allow("port-base", "home", "people", "seconds");
                yield new FlagBench(arguments, layout, progress).run();
            }
            case "serving" -> {
                arguments.allow("port-base", "home", "products", "people", "events", "rate", "seconds");
                yield new ServingBench(arguments, layout, progress).run();
            }
            case "assistant" -> {
                arguments.allow("port-base", "home", "articles", "rate", "seconds");
                yield new AssistantBench(arguments, layout, progress).run();
            }
            case "consoles" -> {
                arguments.allow("port-base", "home", "people", "tries");
                yield new ConsoleBench(arguments, layout, progress).run();
            }
            case "images" -> {
                arguments.allow("port-base", "home", "images", "tries");
                yield new ImagesBench(arguments, layout, progress).run();
            }
            case "scale" -> {
                arguments.allow("port-base", "home", "measure", "rate", "people", "seconds");
                yield new ScaleBench(arguments, layout, progress).run();
            }
            case "people" -> {
                arguments.allow("port-base", "home", "people");
                yield new PeopleBench(arguments, layout, progress).run();
            }
            default ->
                throw new CommandFailure(
                        "There are these benchmarks: ./aisle bench smoke, ingest, profile, serving, assistant,"
                                + " campaigns, flags, consoles, images, scale, people, recommend, consents, kernels.");
        };
    }
}

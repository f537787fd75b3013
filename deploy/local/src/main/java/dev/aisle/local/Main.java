package dev.aisle.local;

import dev.aisle.local.attacks.AttackCommand;
import dev.aisle.local.backup.BackupCommand;
import dev.aisle.local.bench.BenchCommand;
import dev.aisle.local.bench.assistant.EvaluateAssistant;
import dev.aisle.local.campaigns.CampaignsCommand;
import dev.aisle.local.chaos.ChaosCommand;
import dev.aisle.local.demo.DemoCommand;
import dev.aisle.local.erasures.ErasuresCommand;
import dev.aisle.local.images.ImagesCommand;
import dev.aisle.local.importer.ImportCommand;
import dev.aisle.local.libraries.DependenciesCommand;
import dev.aisle.local.proof.ErasureProofCommand;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.soak.SoakCommand;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.upgrade.UpgradeCommand;
import java.nio.file.Path;

/** Entry of {@code ./aisle}. The shell script has found Java and built what is missing. */
public final class Main {
    private Main() {}

    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        try {
            return run(Arguments.parse(words));
        } catch (CommandFailure e) {
            System.err.println("aisle: " + e.getMessage());
            return 1;
        }
    }

    private static int run(Arguments arguments) {
        var layout = layout(arguments);
        var progress = new Progress(System.out);
        return switch (arguments.command()) {
            case "up" -> new StackCommands(arguments, layout, progress).up();
            case "down" -> new StackCommands(arguments, layout, progress).down();
            case "status" -> new StackCommands(arguments, layout, progress).status();
            case "logs" -> new LogsCommand(arguments, layout, progress).run();
            case "demo" -> new DemoCommand(arguments, layout, progress).run();
            case "bench" -> new BenchCommand(arguments, layout, progress).run();
            case "evaluate" -> new EvaluateAssistant(arguments, layout, progress).run();
            case "chaos" -> new ChaosCommand(arguments, layout, progress).run();
            case "erasures" -> new ErasuresCommand(arguments, layout, progress).run();
            case "erasure-proof" -> new ErasureProofCommand(arguments, layout, progress).run();
            case "backup" -> new BackupCommand(arguments, layout, progress).backup();
            case "restore" -> new BackupCommand(arguments, layout, progress).restore();
            case "upgrade-trial" -> new UpgradeCommand(arguments, layout, progress).run();
            case "trials" -> new AttackCommand(arguments, layout, progress).run();
            case "soak" -> new SoakCommand(arguments, layout, progress).run();
            case "images" -> new ImagesCommand(arguments, layout, progress).run();
            case "campaigns" -> new CampaignsCommand(arguments, layout, progress).run();
            case "dependencies" -> new DependenciesCommand(arguments, layout, progress).run();
            case "reconcile" -> new ReconcileCommand(arguments, layout).run();
            case "token" -> new TokenCommand(arguments, layout).run();
            case "import" -> new ImportCommand(arguments, layout, progress).run();
            default ->
                throw new CommandFailure("There is no command \"" + arguments.command() + "\". See ./aisle help.");
        };
    }

    private static Layout layout(Arguments arguments) {
        var project = Path.of(System.getProperty("aisle.project", ""));
        var home = arguments.option("home").map(Path::of).orElse(project.resolve(".aisle"));
        var base = arguments.number("port-base", PortPlan.DEFAULT_BASE);
        if (!PortPlan.possible(base)) {
            throw new CommandFailure("--port-base must lie between 1024 and 65000, not at " + base + ".");
        }
        return new Layout(project, home, new PortPlan(base));
    }
}

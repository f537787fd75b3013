package dev.aisle.local.chaos;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.People;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Numbered events go in while everything is killed; then each is looked for. */
public final class NothingLost {
    private final Trial trial;
    private final Layout layout;
    private final Progress progress;

    public NothingLost(Trial trial, Layout layout, Progress progress) {
        this.trial = trial;
        this.layout = layout;
        this.progress = progress;
    }

    /** Deletes what an earlier trial left in the layout's home. */
    public Report run() {
        progress.step("seed " + trial.seed());
        try (var scene = new Scene(layout, progress)) {
            scene.start();
            return run(scene);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private Report run(Scene scene) throws InterruptedException {
        var ledger = new Ledger(trial.persons());
        var sender = new Sender(layout.ports().http(Part.INGEST));
        var load = new Load(trial, sender, ledger);
        new People(new ApiClient(layout.ports()), layout.ports())
                .grant(
                        "customer_id",
                        IntStream.range(0, trial.persons())
                                .mapToObj(Numbered::customer)
                                .toList());
        load.greet();
        progress.step(trial.persons() + " people are known; from now on everything is killed");
        var tormentors = tormentors(scene);
        torment(tormentors, load);
        progress.step(load.sent() + " events are acknowledged; waiting for refine");
        new RefinedEvents(layout.ports()).readAll(event -> enter(event, ledger));
        return new Report(
                trial,
                ledger.findings(),
                tormentors.stream().map(Tormentor::kills).toList(),
                tormentors.stream().mapToInt(Tormentor::crashes).sum(),
                sender.retries(),
                progress.seconds());
    }

    private List<Tormentor> tormentors(Scene scene) {
        var random = new Random(trial.seed());
        var door = Blow.plan(trial.kills(), CrashPoint.of(CrashPoint.Role.DOOR, trial.points()), random);
        var refine = Blow.plan(trial.kills(), CrashPoint.of(CrashPoint.Role.REFINE, trial.points()), random);
        var broker = Blow.plan(trial.kills(), List.of(), random);
        return List.of(
                new Tormentor(scene.door(), scene.agent(), door, progress),
                new Tormentor(scene.refine(), scene.agent(), refine, progress),
                new Tormentor(scene.broker(), scene.agent(), broker, progress));
    }

    private void torment(List<Tormentor> tormentors, Load load) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var torments = start(tormentors, load, threads);
                load.run(() -> {
                    torments.stream().filter(Future::isDone).forEach(Beside::await);
                    return tormentors.stream().allMatch(Tormentor::planDone);
                });
                torments.forEach(Beside::await);
            } finally {
                // After a failure nobody sends any more, and the others would wait for the end of the load.
                threads.shutdownNow();
            }
        }
    }

    private List<Future<?>> start(List<Tormentor> tormentors, Load load, ExecutorService threads) {
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < tormentors.size(); i++) {
            var tormentor = tormentors.get(i);
            var random = new Random(trial.seed() + i);
            all.add(threads.submit(() -> {
                tormentor.torment(random, trial.calm(), () -> !load.enough());
                return tormentor;
            }));
        }
        return all;
    }

    private static void enter(ShopEvent event, Ledger ledger) {
        var number = Numbered.read(event.getMessageId())
                .orElseThrow(() -> new CommandFailure("An event that nobody sent: " + event.getMessageId()));
        ledger.arrived(number.person(), number.number(), event.getRefinement().getPersonSequence());
    }
}

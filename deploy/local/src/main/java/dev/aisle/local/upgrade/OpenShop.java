package dev.aisle.local.upgrade;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.chaos.Findings;
import dev.aisle.local.chaos.Ledger;
import dev.aisle.local.chaos.Load;
import dev.aisle.local.chaos.Numbered;
import dev.aisle.local.chaos.RefinedEvents;
import dev.aisle.local.chaos.Sender;
import dev.aisle.local.chaos.Trial;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.People;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A shop that goes on while something is done to its services: numbered events are sent and looked for, other requests are sent once each. */
public final class OpenShop {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Layout layout;
    private final ApiClient api;
    private final Trial trial;
    private final Duration pause;
    private volatile boolean over;

    /**
     * A shop before the services of a layout.
     *
     * @param trial how many events a second, of whom, and how long it is calm before and after what is done
     * @param pause of each of the four kinds of questions, between an answer and the next one
     */
    public OpenShop(Layout layout, ApiClient api, Trial trial, Duration pause) {
        this.layout = layout;
        this.api = api;
        this.trial = trial;
        this.pause = pause;
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /**
     * What was counted.
     *
     * @param findings the acknowledged events beside those that came out of refine
     * @param refined these, in the order of their topic
     * @param repeated requests with events that had to be sent again
     * @param asked other requests, each sent once
     * @param failed those of them that failed
     */
    public record Report(
            Findings findings, List<ShopEvent> refined, long repeated, long asked, long failed, List<String> remarks) {
        public Report {
            refined = List.copyOf(refined);
            remarks = List.copyOf(remarks);
        }
    }

    /** Returns what was counted when the work is done and every consumer has taken the events. */
    public Report during(Work work) throws InterruptedException {
        var ledger = new Ledger(trial.persons());
        var sender = new Sender(layout.ports().http(Part.INGEST));
        var load = new Load(trial, sender, ledger);
        var customers =
                IntStream.range(0, trial.persons()).mapToObj(Numbered::customer).toList();
        var shop = new ShopGoesOn(api, new People(api, layout.ports()).grant("customer_id", customers), pause);
        load.greet();
        var repeatedBefore = sender.retries();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sending = threads.submit(() -> load.run(() -> over));
            var questions = shop.questions();
            Future<?> asking = threads.submit(
                    () -> Lanes.run(questions.size(), lane -> shop.ask(questions.get(lane), () -> !over)));
            try {
                Waiting.pause(trial.calm());
                work.run();
                Waiting.pause(trial.calm());
            } finally {
                over = true;
            }
            Beside.await(sending);
            Beside.await(asking);
        }
        var refined = new ArrayList<ShopEvent>();
        new RefinedEvents(layout.ports()).readAll(event -> enter(event, ledger, refined));
        awaitConsumers();
        var findings = ledger.findings();
        var remarks = new ArrayList<>(findings.remarks());
        remarks.addAll(shop.remarks());
        return new Report(findings, refined, sender.retries() - repeatedBefore, shop.asked(), shop.failed(), remarks);
    }

    private void awaitConsumers() {
        try (var backlog = new Backlog(layout.ports())) {
            for (var part : List.of(Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN)) {
                if (!backlog.awaitCaughtUp(part, PATIENCE)) {
                    throw new CommandFailure(part.label() + " does not catch up with the events.");
                }
            }
        }
    }

    /** Other events have other numbers. */
    private static void enter(ShopEvent event, Ledger ledger, List<ShopEvent> refined) {
        Numbered.read(event.getMessageId()).ifPresent(number -> {
            refined.add(event);
            ledger.arrived(
                    number.person(), number.number(), event.getRefinement().getPersonSequence());
        });
    }
}

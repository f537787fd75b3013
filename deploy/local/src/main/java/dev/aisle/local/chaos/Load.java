package dev.aisle.local.chaos;

import dev.aisle.local.importer.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** All the senders. A person belongs to one of them, who sends the next events when the last ones are acknowledged. */
public final class Load {
    private static final int PERSONS_IN_A_BATCH = 5;
    private static final int PEOPLE_GREETED_AT_ONCE = 100;
    private final Trial trial;
    private final Sender sender;
    private final Ledger ledger;
    private final int[] next;
    private final LongAdder sent = new LongAdder();

    public Load(Trial trial, Sender sender, Ledger ledger) {
        this.trial = trial;
        this.sender = sender;
        this.ledger = ledger;
        this.next = new int[trial.persons()];
    }

    /** Acknowledged events. */
    public long sent() {
        return sent.sum();
    }

    boolean enough() {
        return sent() >= trial.events();
    }

    /** Each person's first event, sent until the door knows the person's consent. */
    public void greet() {
        var batch = new ArrayList<Batch.Run>();
        for (int person = 0; person < next.length; person++) {
            batch.add(new Batch.Run(person, 0, 1));
            if (batch.size() == PEOPLE_GREETED_AT_ONCE || person == next.length - 1) {
                greet(new Batch(batch));
                batch.clear();
            }
        }
    }

    private void greet(Batch batch) {
        while (sender.deliver(batch) > 0) {
            Sender.pause(200);
        }
        acknowledged(batch);
    }

    /** Sends until there were enough events and {@code mayEnd}. */
    public void run(BooleanSupplier mayEnd) {
        Lanes.run(Trial.LANES, lane -> {
            var random = new Random(trial.seed() * Trial.LANES + lane);
            var due = System.nanoTime();
            while (!(enough() && mayEnd.getAsBoolean())) {
                var batch = next(lane, random);
                sender.deliver(batch);
                acknowledged(batch);
                due += 1_000_000_000L * Trial.LANES * batch.size() / trial.eventsPerSecond();
                Sender.pause(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
        });
    }

    private Batch next(int lane, Random random) {
        var ownPersons = (next.length - lane + Trial.LANES - 1) / Trial.LANES;
        List<Batch.Run> runs = random.ints(0, ownPersons)
                .distinct()
                .limit(Math.min(PERSONS_IN_A_BATCH, ownPersons))
                .map(own -> lane + own * Trial.LANES)
                .mapToObj(person -> new Batch.Run(
                        person, next[person], next[person] + 1 + random.nextInt(trial.mostOfAPersonInABatch())))
                .toList();
        return new Batch(runs);
    }

    private void acknowledged(Batch batch) {
        for (var run : batch.runs()) {
            ledger.acknowledged(run.person(), run.from(), run.until());
            next[run.person()] = run.until();
        }
        sent.add(batch.size());
    }
}

package dev.aisle.local.upgrade;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** What a shop's gateway asks all the time: lists, decisions, profiles, consents. Each once: a failure is a failure. */
final class ShopGoesOn {
    private static final int MOST_REMARKS = 20;
    private static final Set<Integer> GOOD = Set.of(200, 201, 202, 404);

    private final ApiClient api;
    private final List<String> pseudonyms;
    private final Duration pause;
    private final LongAdder asked = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<String> remarks = new ArrayList<>();

    /**
     * A shop of these people.
     *
     * @param pause between an answer and the next question of its kind
     */
    ShopGoesOn(ApiClient api, List<String> pseudonyms, Duration pause) {
        this.api = api;
        this.pseudonyms = List.copyOf(pseudonyms);
        this.pause = pause;
    }

    /** The kinds of questions, each to be asked by a lane of its own. */
    List<IntFunction<Call>> questions() {
        return List.of(
                turn -> Storefront.recommend(person(turn), 5),
                turn -> Storefront.decide("home", person(turn), List.of()),
                turn -> Storefront.profile(person(turn)),
                turn -> Storefront.grant("upgrade-" + turn % 50, List.of("personalization")));
    }

    private String person(int turn) {
        return pseudonyms.get(turn % pseudonyms.size());
    }

    void ask(IntFunction<Call> question, BooleanSupplier goesOn) {
        for (int turn = 0; goesOn.getAsBoolean(); turn++) {
            var call = question.apply(turn);
            asked.increment();
            try {
                var reply = api.once(call);
                if (!GOOD.contains(reply.status())) {
                    failed(call.method() + " " + call.part().label() + " " + reply.complaint());
                }
            } catch (CommandFailure e) {
                failed(call.method() + " " + e.getMessage());
            }
            Waiting.pause(pause);
        }
    }

    private void failed(String how) {
        failed.increment();
        synchronized (remarks) {
            if (remarks.size() < MOST_REMARKS) {
                remarks.add(how);
            }
        }
    }

    long asked() {
        return asked.sum();
    }

    long failed() {
        return failed.sum();
    }

    List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }
}

package dev.aisle.local.race;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.platform.stored.ConsentRows.Acknowledged;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** People who grant and withdraw beside something else that is tried, and whether anything of theirs is used after a withdrawal. */
public final class ChangingMinds {
    private final PortPlan ports;
    private final ApiClient api;
    private final long seed;
    private final List<Consenting> people;
    private final Judge judge = new Judge();

    /**
     * People who are known then.
     *
     * @param count how many
     */
    public ChangingMinds(PortPlan ports, int count, long seed) {
        this.ports = ports;
        this.api = new ApiClient(ports);
        this.seed = seed;
        this.people = IntStream.range(0, count)
                .mapToObj(number -> "mind-" + seed + "-" + number)
                .map(customer ->
                        new Consenting(customer, Storefront.pseudonymOf(api.require(Storefront.pseudonym(customer)))))
                .toList();
    }

    /**
     * Lives until told to end.
     *
     * @param forgottenWithin how soon services forget again what came back with an older database; nothing where none is put back
     */
    public void run(BooleanSupplier goesOn, Duration forgottenWithin) {
        try (var stored = new StoredUses(ports, forgottenWithin)) {
            var uses = new Uses(api, judge);
            var withdrawing = new Withdrawing(api);
            Lanes.run(
                    people.size(),
                    lane -> new Life(
                                    people.get(lane),
                                    uses,
                                    withdrawing,
                                    judge,
                                    stored,
                                    new Random(seed * people.size() + lane))
                            .live(goesOn, (person, version) -> {}));
        }
    }

    /** What each person was told last. */
    public List<Acknowledged> acknowledged() {
        return people.stream().map(Consenting::said).toList();
    }

    /** Uses that were asked for while an acknowledged withdrawal held. */
    public long afterWithdrawal() {
        return judge.usesAfterWithdrawal();
    }

    /** Those of them that used the person's data. */
    public long violations() {
        return judge.violations();
    }

    /** The first few of those. */
    public List<String> remarks() {
        return judge.remarks();
    }
}

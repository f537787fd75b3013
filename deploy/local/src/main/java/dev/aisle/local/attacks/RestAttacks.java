package dev.aisle.local.attacks;

import dev.aisle.local.attacks.Attack.Order;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.proof.StoredFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the disks of a stack as somebody who carries them away. */
final class RestAttacks {
    private static final Duration WRITTEN = Duration.ofSeconds(2);
    /** Where a person's pseudonym must be found, or the search sees nothing. */
    private static final List<String> SEEN_IN = List.of("PostgreSQL", "Kafka");

    private RestAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "identifiers-at-rest",
                "No customer id, address or browser id of any attack stands in Kafka's log, a database, the archive, a model or a log",
                Order.ALONE_AT_THE_END,
                RestAttacks::atRest));
    }

    private static AttackResult atRest(Target target) {
        Shopper shopper = target.shoppers().who("disk", Shoppers.EVERYTHING);
        target.shoppers().address(shopper);
        target.shoppers().looksAt(shopper, "mug-1");
        target.shoppers().profile(shopper);
        Waiting.pause(WRITTEN);
        Set<String> wanted = new HashSet<>(target.remembered());
        wanted.add(shopper.pseudonym());
        List<String> found = new StoredFiles(target.layout()).naming(wanted);
        return judged(target.remembered(), shopper.pseudonym(), found);
    }

    /**
     * The end of the search.
     *
     * @param identifiers that must stand nowhere
     * @param known       what must be found, or the search sees nothing
     * @param found       what stands where
     */
    static AttackResult judged(Set<String> identifiers, String known, List<String> found) {
        List<String> wrong = new ArrayList<>(
                found.stream().filter(line -> !line.contains('"' + known + '"')).toList());
        for (String place : SEEN_IN) {
            if (found.stream().noneMatch(line -> line.startsWith(place) && line.contains('"' + known + '"'))) {
                wrong.add("the search is blind: a pseudonym that must be there is not found in " + place);
            }
        }
        return AttackResult.of(wrong, identifiers.size() + " identifiers, every file of the stack");
    }
}

package dev.aisle.local.attacks;

import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Tuning;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every attack, in the order in which they are made; those that leave traces in the audit log are last. */
public final class AttackCatalogue {
    private AttackCatalogue() {}

    public static List<Attack> all() {
        return Stream.of(
                        DisclosureAttacks.all(),
                        LinkAttacks.all(),
                        ConsentAttacks.all(),
                        SignalAttacks.all(),
                        HttpAttacks.all(),
                        CountAttacks.all(),
                        TextAttacks.all(),
                        DoorAttacks.all(),
                        GrpcAttacks.all(),
                        LoudAttacks.all(),
                        CouponAttacks.all(),
                        OutwardAttacks.all(),
                        AccessAttacks.all(),
                        ErasureAttacks.all(),
                        TamperAttacks.all())
                .flatMap(List::stream)
                .toList();
    }

    /** How the services run for it: what waits for days in a shop waits for seconds. */
    public static Map<Part, Tuning> tunings() {
        return Map.of();
    }
}

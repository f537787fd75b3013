package dev.aisle.local.attacks;

import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Tuning;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every attack, in the order of the page docs/security/attacks.md. */
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
                        NumberAttacks.all(),
                        TextAttacks.all(),
                        DoorAttacks.all(),
                        GrpcAttacks.all(),
                        GrpcInputAttacks.all(),
                        LoudAttacks.all(),
                        CouponAttacks.all(),
                        OutwardAttacks.all(),
                        AccessAttacks.all(),
                        GrpcAccessAttacks.all(),
                        SessionAttacks.all(),
                        AddressAttacks.all(),
                        ScriptAttacks.all(),
                        ExportAttacks.all(),
                        ErasureAttacks.all(),
                        WithdrawnAttacks.all(),
                        TamperAttacks.all(),
                        RestAttacks.all())
                .flatMap(List::stream)
                .toList();
    }

    /** How the services run for it: what waits for days in a shop waits for seconds. */
    public static Map<Part, Tuning> tunings() {
        return WithdrawnAttacks.tunings();
    }
}

package dev.aisle.campaign.campaigns.domain.reading;

import dev.aisle.campaign.campaigns.domain.Audience;
import java.util.List;

/** Reads whom a campaign is for: a segment's name, or {@code all}, {@code any}, {@code not}, {@code segment}, {@code orders}. */
final class AudienceReader {
    private static final List<String> FORMS = List.of("all", "any", "not", "segment", "orders");
    private static final int DEPTH = 5;
    private static final int PARTS = 20;
    private static final String RULES =
            "Whatever else a rule can ask is a segment: make it (docs/segments.md) and name it here.";

    private AudienceReader() {}

    static Audience read(Spot spot) {
        return read(spot, 1);
    }

    private static Audience read(Spot spot, int depth) {
        if (spot.node().isTextual()) {
            return new Audience.InSegment(spot.name("the id of a segment"));
        }
        if (depth > DEPTH) {
            spot.wrong("An audience is at most " + DEPTH + " deep.", "Make a segment of this part and name it.");
            return new Audience.Everyone();
        }
        if (!spot.node().isObject() || spot.node().size() != 1) {
            spot.wrong(
                    "Expected one of " + String.join(", ", FORMS) + ".",
                    "Write {\"segment\": \"buyer\"}, for instance.");
            return new Audience.Everyone();
        }
        String form = spot.node().fieldNames().next();
        Spot inside = spot.at(form);
        return switch (form) {
            case "all" -> new Audience.All(parts(inside, depth));
            case "any" -> new Audience.Any(parts(inside, depth));
            case "not" -> new Audience.Not(read(inside, depth + 1));
            case "segment" -> new Audience.InSegment(inside.name("the id of a segment"));
            case "orders" -> orders(inside);
            default -> {
                new Spot(spot.node(), spot.pointer() + "/" + Spot.shown(form), spot.findings())
                        .wrong(
                                "The field " + Spot.shown(form) + " is unknown in an audience; known are "
                                        + String.join(", ", FORMS) + ".",
                                RULES);
                yield new Audience.Everyone();
            }
        };
    }

    private static List<Audience> parts(Spot spot, int depth) {
        return spot.elements(1, PARTS, "parts").stream()
                .map(part -> read(part, depth + 1))
                .toList();
    }

    private static Audience orders(Spot spot) {
        if (!spot.object(List.of("atLeast", "atMost"))) {
            return new Audience.Everyone();
        }
        long atLeast = spot.is("atLeast") ? spot.at("atLeast").whole(0, 1_000_000) : 0;
        long atMost = spot.is("atMost") ? spot.at("atMost").whole(0, 1_000_000) : Long.MAX_VALUE;
        if (atLeast > atMost) {
            spot.wrong("atLeast is more than atMost, so that nobody fits.", "Swap them.");
        }
        return new Audience.Orders(atLeast, atMost);
    }
}

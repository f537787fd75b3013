package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.domain.Audience;
import dev.aisle.platform.console.Words;
import java.util.List;
import java.util.stream.Collectors;

/** An audience in a sentence. */
final class AudienceText {
    private AudienceText() {}

    static String of(Audience audience, Words words) {
        return switch (audience) {
            case Audience.Everyone _ -> words.say("campaigns_audience_everyone");
            case Audience.InSegment in -> words.say("campaigns_audience_segment", in.segment());
            case Audience.Orders orders ->
                orders.atMost() == Long.MAX_VALUE
                        ? words.say("campaigns_audience_orders_from", orders.atLeast())
                        : words.say("campaigns_audience_orders", orders.atLeast(), orders.atMost());
            case Audience.All all -> joined(all.parts(), "campaigns_audience_and", words);
            case Audience.Any any -> joined(any.parts(), "campaigns_audience_or", words);
            case Audience.Not not -> words.say("campaigns_audience_not", of(not.part(), words));
        };
    }

    private static String joined(List<Audience> parts, String by, Words words) {
        return parts.stream()
                .map(part -> of(part, words))
                .collect(Collectors.joining(" " + words.say(by) + " ", "(", ")"));
    }
}

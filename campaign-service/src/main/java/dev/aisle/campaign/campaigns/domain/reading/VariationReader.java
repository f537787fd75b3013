package dev.aisle.campaign.campaigns.domain.reading;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.Wording;
import dev.aisle.campaign.campaigns.domain.definition.Channel;
import dev.aisle.campaign.shared.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the forms of a campaign and what is written in each. */
final class VariationReader {
    private static final List<String> FIELDS = List.of("id", "weight", "coupon", "content");
    private static final List<String> TEXTS = List.of("title", "body", "subject", "text", "html");
    private static final List<String> TAGS =
            Arrays.stream(Language.values()).map(Language::tag).toList();
    private static final int MOST = 20;
    private static final int COUPON = 64;
    /** Characters of a title or subject, and of the rest. */
    private static final int SHORT = 200;

    private static final int LONG = 20_000;

    private final boolean shown;
    private final Set<Channel> channels;

    /** Steps name the variations that they send, and a bandit learns the weights, so that these need none. */
    private final boolean named;

    VariationReader(boolean shown, Set<Channel> channels, boolean named) {
        this.shown = shown;
        this.channels = channels;
        this.named = named;
    }

    /** The variations; none when one of them can't be used. */
    List<Variation> read(Spot spot) {
        List<Variation> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        double sum = 0;
        List<Spot> elements = spot.elements(1, MOST, "variations");
        int before = spot.findings().size();
        boolean equal = (named || elements.size() == 1) && elements.stream().noneMatch(element -> element.is("weight"));
        for (Spot element : elements) {
            if (!element.object(FIELDS)) {
                continue;
            }
            String id = element.at("id").name("an id");
            if (!id.isEmpty() && !ids.add(id)) {
                element.at("id").wrong("Two variations are called " + id + ".", "Give each an id of its own.");
            }
            if (id.equals("holdout")) {
                element.at("id").wrong("holdout is the name of the comparison group.", "Take another id.");
            }
            double weight = equal ? 1.0 / elements.size() : element.at("weight").share(true);
            sum += weight;
            String coupon = element.is("coupon") ? element.at("coupon").text(COUPON) : null;
            Map<Language, Wording> content = content(element.at("content"));
            if (spot.findings().size() == before) {
                all.add(new Variation(id, weight, coupon, content));
            }
        }
        if (!elements.isEmpty() && Math.abs(sum - 1) >= Campaign.TOLERANCE) {
            spot.wrong("The weights sum to " + sum + ".", "Make them sum to 1.");
        }
        return all;
    }

    private Map<Language, Wording> content(Spot spot) {
        Map<Language, Wording> all = new EnumMap<>(Language.class);
        if (!spot.object(TAGS)) {
            return all;
        }
        if (!spot.is(Language.EN.tag())) {
            spot.at(Language.EN.tag())
                    .wrong("English is missing; it is what everybody reads whose language isn't there.", "Write it.");
        }
        for (Language language : Language.values()) {
            if (spot.is(language.tag())) {
                all.put(language, wording(spot.at(language.tag())));
            }
        }
        return all;
    }

    private Wording wording(Spot spot) {
        if (!spot.object(TEXTS)) {
            return new Wording("", "");
        }
        boolean mail = channels.contains(Channel.EMAIL);
        boolean message = mail || channels.contains(Channel.WEBHOOK);
        if (!spot.is("text") && spot.is("html")) {
            spot.at("text").wrong("A mail with HTML needs a text part.", "Write the same as plain text.");
            return new Wording("", "");
        }
        return new Wording(
                text(spot, "title", shown, SHORT, ""),
                text(spot, "body", shown, LONG, ""),
                optional(spot, "subject", mail, SHORT),
                optional(spot, "text", message, LONG),
                optional(spot, "html", false, LONG));
    }

    private static String text(Spot spot, String field, boolean needed, int most, String otherwise) {
        return needed || spot.is(field) ? spot.at(field).text(most) : otherwise;
    }

    private static @Nullable String optional(Spot spot, String field, boolean needed, int most) {
        return needed || spot.is(field) ? spot.at(field).text(most) : null;
    }
}

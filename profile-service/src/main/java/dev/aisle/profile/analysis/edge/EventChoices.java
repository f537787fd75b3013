package dev.aisle.profile.analysis.edge;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Words;
import dev.aisle.profile.analysis.domain.EventCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Types of events as somebody chooses and reads them. */
final class EventChoices {
    private static final String PREFIX = "people_event_";

    private EventChoices() {}

    /** None, then those that are asked for most, then the others. */
    static List<Choice> of(Words words, String chosen) {
        List<String> types = new ArrayList<>(List.of(
                "",
                "page_view",
                "list_view",
                "search",
                "product_view",
                "wishlist_add",
                "cart_add",
                "checkout",
                "purchase"));
        Arrays.stream(EventType.values())
                .filter(type -> type != EventType.UNRECOGNIZED
                        && type != EventType.EVENT_TYPE_UNSPECIFIED
                        && type != EventType.CUSTOM)
                .map(EventCondition::nameOf)
                .filter(name -> !types.contains(name))
                .forEach(types::add);
        return types.stream()
                .map(type -> new Choice(
                        type, words.say(type.isEmpty() ? "people_no_step" : PREFIX + type), type.equals(chosen)))
                .toList();
    }

    /** What a chart calls a step, its type in words: {@code product_view category=Home}. */
    static String label(Words words, String label) {
        int space = label.indexOf(' ');
        String type = space < 0 ? label : label.substring(0, space);
        String rest = space < 0 ? "" : label.substring(space);
        return (words.knows(PREFIX + type) ? words.say(PREFIX + type) : special(words, type)) + rest;
    }

    private static String special(Words words, String type) {
        return switch (type) {
            case "(end)" -> words.say("people_step_end");
            case "(other)" -> words.say("people_step_other");
            case "(all)" -> words.say("people_all");
            case "(unknown)" -> words.say("people_unknown");
            default -> type;
        };
    }
}

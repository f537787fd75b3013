package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose the events under some pseudonyms are: a browser that one person uses is that person's, and its events join that person's by union.
 * Nothing is moved; who logs in there next takes the events away again, and an erasure of either finds its own.
 */
public final class Household {
    private final Map<String, Browser> usedByOne = new HashMap<>();

    /** Of these browsers, those that are shared among them. */
    public Household(List<Browser> browsers) {
        browsers.stream()
                .filter(browser -> browser.known() != null)
                .forEach(browser -> usedByOne.put(browser.pseudonym(), browser));
    }

    /** What may still be done with an event of a browser, as its own consent says now. */
    @FunctionalInterface
    public interface AllowedByBrowser {
        Set<Purpose> of(String browser, PersonEvent event);
    }

    /** Whose the events under this pseudonym are. */
    public String ownerOf(String pseudonym) {
        Browser browser = usedByOne.get(pseudonym);
        return browser == null || browser.known() == null ? pseudonym : browser.known();
    }

    /**
     * The events of each owner. One of a browser may be used for what both allow: it carries the purposes that the browser allows now, and the
     * version under which its user logged in, so that the user's refusals since then hold for it as well.
     *
     * @param own events by the pseudonym under which they stand
     */
    public Map<String, PersonEvents> join(Map<String, PersonEvents> own, AllowedByBrowser allowed) {
        Map<String, PersonEvents> joined = new HashMap<>();
        own.forEach((pseudonym, events) -> {
            Browser browser = usedByOne.get(pseudonym);
            List<PersonEvent> carried = browser == null ? events.list() : carried(browser, events, allowed);
            joined.merge(ownerOf(pseudonym), PersonEvents.ordered(carried), (a, b) -> a.with(b.list()));
        });
        return joined;
    }

    private static List<PersonEvent> carried(Browser browser, PersonEvents events, AllowedByBrowser allowed) {
        return events.list().stream()
                .map(event -> event.under(allowed.of(browser.pseudonym(), event), browser.consentVersion()))
                .toList();
    }
}

package dev.aisle.ingest.refine.steps;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.ingest.refine.memory.Browsers;
import dev.aisle.ingest.refine.memory.Links;
import java.util.Optional;

/** Which known person an anonymous event belongs to, and what an event of a known person says about that. */
final class LinkPerson {
    private final Standing standing;
    private final Links links;
    private final Browsers browsers;

    LinkPerson(Standing standing, Links links, Browsers browsers) {
        this.standing = standing;
        this.links = links;
        this.browsers = browsers;
    }

    /** The known person behind an anonymous event; empty when there is none, more than one, or one who was erased. */
    Optional<String> knownPersonOf(ShopEvent event) {
        // Who names a browser is known, and saves the look into the store.
        return Merge.isDone(event) || !event.getAnonymousPseudonym().isEmpty()
                ? Optional.empty()
                : links.of(event.getPseudonym())
                        .filter(link -> !link.getShared())
                        .map(PersonLink::getKnownPseudonym)
                        .map(standing.pseudonymOf())
                        .filter(known -> !standing.erased().test(known));
    }

    /** The link that an accepted event claims, when it claims a new one. The anonymous side may have objected. */
    Optional<PersonLink> claimOf(ShopEvent event) {
        String known = event.getPseudonym();
        String anonymous = event.getAnonymousPseudonym();
        boolean namesBoth = !anonymous.isEmpty() && !anonymous.equals(known) && !Merge.isDone(event);
        if (!namesBoth || browsers.knows(known, anonymous)) {
            return Optional.empty();
        }
        boolean objected = standing.erased().test(anonymous)
                || standing.consentOf().apply(anonymous).suppressed();
        return !objected && browsers.add(known, anonymous)
                ? Optional.of(PersonLinks.claim(anonymous, known, event.getReceivedAt()))
                : Optional.empty();
    }
}

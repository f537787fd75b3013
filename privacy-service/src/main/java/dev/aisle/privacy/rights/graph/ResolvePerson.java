package dev.aisle.privacy.rights.graph;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.HoldPeople;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.people.Subjects;
import dev.aisle.privacy.shared.people.Subjects.Found;
import dev.aisle.privacy.vault.traits.KnownBrowsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the browsers of a person: those of the links that log-ins have made, and those that the shop has told the vault. A browser that another
 * customer has used as well is shared: it belongs to neither.
 */
@ApplicationScoped
public class ResolvePerson {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LinkedBrowsers links;
    private final KnownBrowsers vault;
    private final Subjects subjects;
    private final Successors successors;
    private final ErasedSubjectRepository erased;
    private final ConsentRepository consents;
    private final LegalHoldRepository holds;
    private final HoldPeople people;

    ResolvePerson(
            LinkedBrowsers links,
            KnownBrowsers vault,
            Subjects subjects,
            Successors successors,
            ErasedSubjectRepository erased,
            ConsentRepository consents,
            LegalHoldRepository holds,
            HoldPeople people) {
        this.links = links;
        this.vault = vault;
        this.subjects = subjects;
        this.successors = successors;
        this.erased = erased;
        this.consents = consents;
        this.holds = holds;
        this.people = people;
    }

    /** The browsers of a person; empty while the links can't be read. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PersonGraph> of(Pseudonym person) {
        return links.current() || links.upToDate(PATIENCE) ? Optional.of(resolve(person)) : Optional.empty();
    }

    /**
     * The same with every link that is written at this moment, and each of them is held to the end of the transaction. Whoever holds the person holds
     * {@link #everybody} with it, so that hardly ever one is missing here.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PersonGraph> holding(Pseudonym person) {
        // What was current some seconds ago may lack the log-in of a moment ago.
        Optional<PersonGraph> graph = links.upToDate(PATIENCE) ? Optional.of(resolve(person)) : Optional.empty();
        graph.ifPresent(found -> people.hold(names(person, found)));
        return graph;
    }

    /** Returns every pseudonym whose data goes with a person's, as far as it is known: those of older keys, and of the browsers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> everybody(Pseudonym person) {
        return names(person, links.current() ? resolve(person) : PersonGraph.NOBODY);
    }

    private List<String> names(Pseudonym person, PersonGraph graph) {
        return Stream.concat(Stream.of(person.value()), graph.browsers().stream())
                .flatMap(one -> Stream.concat(Stream.of(one), successors.predecessorsOf(one).stream()))
                .toList();
    }

    private PersonGraph resolve(Pseudonym person) {
        Set<String> own = new HashSet<>(successors.predecessorsOf(person.value()));
        own.add(person.value());
        Set<String> candidates = new TreeSet<>();
        own.stream()
                .flatMap(one -> links.browsersOf(one).stream())
                .filter(Pseudonym::isPseudonym)
                .forEach(browser -> candidates.add(standing(browser)));
        vault.of(person).forEach(id -> named(id).ifPresent(candidates::add));
        candidates.removeAll(own);
        candidates.removeIf(browser -> erased.tombstoneOf(browser).isPresent());
        Instant now = Instant.now();
        List<String> browsers = new ArrayList<>();
        int shared = 0;
        int held = 0;
        for (String browser : candidates) {
            if (isOthers(browser, own)) {
                shared++;
            } else if (holds.active(browser, now).isPresent()) {
                held++;
            } else {
                browsers.add(browser);
            }
        }
        return new PersonGraph(browsers, shared, held);
    }

    private String standing(String browser) {
        return subjects.find(new ByPseudonym(new Pseudonym(browser)))
                .pseudonym()
                .value();
    }

    /** The browser that the shop has told; nobody after an erasure of it, unless somebody has said something there since. */
    private Optional<String> named(String anonymousId) {
        Found found = subjects.find(new ByIdentifier(IdentifierType.ANONYMOUS_ID, anonymousId));
        String browser = found.pseudonym().value();
        return found.epoch() > 0 && consents.current(browser).version() == 0 ? Optional.empty() : Optional.of(browser);
    }

    private boolean isOthers(String browser, Set<String> own) {
        List<String> names = new ArrayList<>(successors.predecessorsOf(browser));
        names.add(browser);
        return names.stream()
                .anyMatch(name -> links.isShared(name)
                        || links.customerOf(name)
                                .filter(customer -> !own.contains(customer))
                                .isPresent());
    }
}

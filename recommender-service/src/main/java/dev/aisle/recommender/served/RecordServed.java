package dev.aisle.recommender.served;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.person.RekeyPerson;
import dev.aisle.recommender.interactions.ErasedPeople;
import dev.aisle.recommender.interactions.RecordExposures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes answered lists and the exposures of those that are shown, each once, as far as their people allow it now. */
@ApplicationScoped
class RecordServed {
    private final ErasedPeople erasedPeople;
    private final ConsentAtUse consents;
    private final ServedListRepository repository;
    private final RecordExposures recordExposures;
    private final RekeyPerson rekeyPerson;

    RecordServed(
            ErasedPeople erasedPeople,
            ConsentAtUse consents,
            ServedListRepository repository,
            RecordExposures recordExposures,
            RekeyPerson rekeyPerson) {
        this.erasedPeople = erasedPeople;
        this.consents = consents;
        this.repository = repository;
        this.recordExposures = recordExposures;
        this.rekeyPerson = rekeyPerson;
    }

    /** Writes what was answered. */
    @Transactional
    public void record(List<Answered> answers) {
        recordExposures.record(answers.stream()
                .map(Answered::exposures)
                .flatMap(Collection::stream)
                .toList());
        List<ServedList> lists =
                answers.stream().filter(Answered::kept).map(Answered::list).toList();
        if (lists.isEmpty()) {
            return;
        }
        Set<String> people = lists.stream().map(ServedList::pseudonym).collect(Collectors.toSet());
        Set<String> erased = erasedPeople.among(people);
        repository.insert(lists.stream()
                .filter(list -> !erased.contains(list.pseudonym()))
                .map(this::limitedToConsent)
                .flatMap(Optional::stream)
                .toList());
        rekeyPerson.follow(people);
    }

    private Optional<ServedList> limitedToConsent(ServedList list) {
        Set<Purpose> granted = consents.granted(list.seen());
        if (!granted.contains(Purpose.PERSONALIZATION)) {
            return Optional.empty();
        }
        return Optional.of(granted.contains(Purpose.MODEL_TRAINING) ? list : list.withoutFeatures());
    }
}

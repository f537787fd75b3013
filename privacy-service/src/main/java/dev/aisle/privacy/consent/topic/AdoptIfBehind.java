package dev.aisle.privacy.consent.topic;

import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.Erased;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.restore.ReapplyErasures;
import dev.aisle.platform.storage.DatabaseWatch;
import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import dev.aisle.privacy.consent.topic.ConsentOrder.Place;
import dev.aisle.privacy.shared.people.CatchUp;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.ReceiptRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/**
 * Compares the database with this service's own view of the topic of consents before somebody's next version is written. Whom the topic knows better is
 * adopted first; and since that shows that the database went back, everybody else is adopted after that.
 */
@ApplicationScoped
class AdoptIfBehind implements CatchUp {
    private final ConsentView told;
    private final ConsentOrder order;
    private final ConsentTopic topic;
    private final AdoptConsent adoptConsent;
    private final ErasedSubjects erased;
    private final ErasedSubjectRepository tombstones;
    private final DatabaseWatch watch;

    AdoptIfBehind(
            ConsentView told,
            ConsentOrder order,
            ConsentTopic topic,
            AdoptConsent adoptConsent,
            ErasedSubjects erased,
            ErasedSubjectRepository tombstones,
            DatabaseWatch watch) {
        this.told = told;
        this.order = order;
        this.topic = topic;
        this.adoptConsent = adoptConsent;
        this.erased = erased;
        this.tombstones = tombstones;
        this.watch = watch;
    }

    /**
     * Adopts what the topic knows of people beyond the database. The caller holds them.
     *
     * @throws ReapplyErasures.NotDone when the database has lost that one of them was erased, or a whole epoch
     */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void adopt(Collection<String> pseudonyms) {
        if (pseudonyms.stream().anyMatch(this::isErasureLost)) {
            throw wentBack();
        }
        List<String> known = pseudonyms.stream()
                .filter(pseudonym -> told.knows(pseudonym) && !erased.contains(pseudonym))
                .toList();
        if (known.isEmpty()) {
            return;
        }
        Place place = order.place(known);
        // What is written in an epoch that is over is ignored by everybody.
        if (known.stream().anyMatch(pseudonym -> told.isAhead(pseudonym, place.epoch(), Long.MAX_VALUE))) {
            throw wentBack();
        }
        long adopted = known.stream()
                .filter(pseudonym -> !place.hasMoved(pseudonym)
                        && told.isAhead(pseudonym, place.epoch(), place.versionOf(pseudonym)))
                .filter(this::adopt)
                .count();
        if (adopted > 0) {
            report();
        }
    }

    /** A record of the topic that nobody can read erases nobody here. */
    private boolean isErasureLost(String pseudonym) {
        Erased told = erased.of(pseudonym);
        return told != null
                && ReceiptRules.requestId(told.requestId()) != null
                && tombstones.tombstoneOf(pseudonym).isEmpty();
    }

    private ReapplyErasures.NotDone wentBack() {
        report();
        return new ReapplyErasures.NotDone();
    }

    private void report() {
        watch.report(new DatabaseWentBack(Sign.TOPIC, "topics know changes of people that the database lacks"));
    }

    private boolean adopt(String pseudonym) {
        return topic.newest(pseudonym).filter(adoptConsent::adopt).isPresent();
    }
}

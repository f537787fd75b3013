package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.served.ServedList;
import dev.aisle.recommender.served.ServedList.Item;
import dev.aisle.recommender.served.ServedListRepository;
import dev.aisle.recommender.serving.domain.PastExplanation;
import dev.aisle.recommender.serving.domain.Reason;
import dev.aisle.recommender.serving.domain.ReasonTexts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a product stood in a past answer to a person. What isn't kept and what is another person's look the same. */
@Singleton
public class ExplainServed {
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final ServedListRepository lists;
    private final Catalogue catalogue;
    private final Domains domains;

    ExplainServed(
            ConsentView consents,
            ErasedSubjects erased,
            ServedListRepository lists,
            Catalogue catalogue,
            Domains domains) {
        this.consents = consents;
        this.erased = erased;
        this.lists = lists;
        this.catalogue = catalogue;
        this.domains = domains;
    }

    /** What can be said. */
    public sealed interface Past {
        /** It stood there. */
        record Explained(PastExplanation explanation) implements Past {}

        /** No such answer to this person is kept. */
        record NotKept(String requestId) implements Past {
            /** The same in words. */
            public String text() {
                return "No answer " + requestId
                        + " to this subject is kept. Answers are kept for a limited time, and only of people "
                        + "who allow personalization.";
            }
        }

        /** The answer had no such product. */
        record NotInIt(String requestId, String productId) implements Past {
            /** The same in words. */
            public String text() {
                return "The product " + productId + " didn't stand in the answer " + requestId
                        + "; without a request id it is explained why it is or isn't recommended now.";
            }
        }
    }

    /** Explains. */
    public Past explain(String subject, String requestId, String productId, Locale locale) {
        try (Use _ = consents.beginUse()) {
            String person = consents.standing(subject);
            return lists.find(requestId)
                    .filter(list -> list.pseudonym().equals(person) && mayBeUsed(list))
                    .map(list -> explained(list, productId, locale))
                    .orElseGet(() -> new Past.NotKept(requestId));
        }
    }

    private boolean mayBeUsed(ServedList list) {
        return consents.of(list.pseudonym())
                        .allows(
                                Purpose.PERSONALIZATION,
                                Instant.now(),
                                list.seen().version())
                && !erased.contains(list.pseudonym());
    }

    private Past explained(ServedList list, String productId, Locale locale) {
        int index = list.items().stream().map(Item::productId).toList().indexOf(productId);
        return index < 0
                ? new Past.NotInIt(list.requestId(), productId)
                : new Past.Explained(new PastExplanation(
                        list, index + 1, reason(list.items().get(index), new ReasonTexts(locale, domains))));
    }

    private Reason reason(Item item, ReasonTexts texts) {
        List<String> causes = item.causes();
        String spoken = item.reason().ofCause() && !causes.isEmpty() ? causes.getFirst() : item.productId();
        String name = item.reason() == ReasonCode.POPULAR_IN ? categoryOf(item.productId()) : titleOf(causes);
        return texts.in(domainOf(spoken)).of(item.reason(), name, causes);
    }

    private String domainOf(String productId) {
        CatalogueItem product = catalogue.get(productId);
        return product == null ? Domains.SHOP : product.domain();
    }

    private String categoryOf(String productId) {
        CatalogueItem product = catalogue.get(productId);
        return product == null || product.category() == null
                ? ""
                : product.category().name();
    }

    /** The id of a product that the catalogue hasn't any more. */
    private String titleOf(List<String> causes) {
        if (causes.isEmpty()) {
            return "";
        }
        @Nullable CatalogueItem product = catalogue.get(causes.getFirst());
        return product == null ? causes.getFirst() : product.title();
    }
}

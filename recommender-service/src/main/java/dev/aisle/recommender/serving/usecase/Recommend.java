package dev.aisle.recommender.serving.usecase;

import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.GroupNotes;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.PersonalPlan;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.rank.Scale;
import dev.aisle.recommender.serving.usecase.ReadAudience.Read;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list for a person at a placement. Consent comes first: without it nothing of the person is read. */
@Singleton
public class Recommend {
    private final ConsentView consents;
    private final ReadAudience readAudience;
    private final ModelViews views;
    private final ShopViews shop;
    private final Pipeline pipeline;
    private final ServingSettings settings;

    Recommend(
            ConsentView consents,
            ReadAudience readAudience,
            ModelViews views,
            ShopViews shop,
            GatherInParallel gatherer,
            ServingSettings settings) {
        this.consents = consents;
        this.readAudience = readAudience;
        this.views = views;
        this.shop = shop;
        this.pipeline = new Pipeline(gatherer, Scale.shareOfBest());
        this.settings = settings;
    }

    /** Answers the query by the deadline or the usual budget, whichever ends first; there is always an answer, in the worst case an empty one with its reason. */
    public Recommendations recommend(RecommendQuery query, Deadline deadline) {
        Deadline ofParts = deadline.before(settings.reserve()).or(Deadline.in(settings.budget()));
        try (Use _ = consents.beginUse()) {
            Read read = readAudience.of(consents.standing(query.subject()), ofParts);
            return read.audience().refusal() == null
                    ? answered(query, read, ofParts)
                    : made(query, read, shop.of(views.current()), ofParts);
        }
    }

    /** By the model on trial for some people; a model beside it may be asked the same afterwards. */
    private Recommendations answered(RecommendQuery query, Read read, Deadline deadline) {
        Recommendations list =
                views.answer(consents.standing(query.subject()), view -> made(query, read, shop.of(view), deadline));
        views.shadow(idsOf(list), view -> idsOf(made(query, read, shop.of(view), Deadline.in(settings.budget()))));
        return list;
    }

    private Recommendations made(RecommendQuery query, Read read, ShopView all, Deadline deadline) {
        Recommendations list = pipeline.make(PersonalPlan.of(query, read.audience(), all, deadline));
        List<Note> notes = new ArrayList<>(read.notes());
        notes.addAll(unknown(query, all));
        notes.addAll(GroupNotes.of(query.groups(), read.audience().refusal(), all.recent()));
        return list.with(notes);
    }

    private static List<String> idsOf(Recommendations list) {
        return list.items().stream().map(item -> item.product().productId()).toList();
    }

    private static List<Note> unknown(RecommendQuery query, ShopView shop) {
        return Stream.concat(query.contextItems().stream(), query.cart().stream())
                .distinct()
                .filter(id -> shop.shelf().get(id) == null)
                .map(id -> new Note("context", Why.UNKNOWN_PRODUCT, "The catalogue has no product " + id + "."))
                .toList();
    }
}

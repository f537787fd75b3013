package dev.aisle.recommender.serving.usecase;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.nearest.Indexes;
import dev.aisle.recommender.models.ranking.ReplayedLists;
import dev.aisle.recommender.models.usecase.ReadDeeds;
import dev.aisle.recommender.search.content.ContentSpace;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Recent;
import dev.aisle.recommender.serving.domain.Replay;
import dev.aisle.recommender.serving.domain.Replay.Deed;
import dev.aisle.recommender.serving.domain.ShopView;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Replays who came back after a model of the past was fitted, as far as models may learn from it. */
@Singleton
class ReplaySessions implements ReplayedLists {
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.MODEL_TRAINING);

    private final ReadDeeds readDeeds;
    private final InteractionRepository interactions;
    private final Catalogue catalogue;
    private final Instance<ContentSpace> content;

    ReplaySessions(
            ReadDeeds readDeeds,
            InteractionRepository interactions,
            Catalogue catalogue,
            Instance<ContentSpace> content) {
        this.readDeeds = readDeeds;
        this.interactions = interactions;
        this.catalogue = catalogue;
        this.content = content;
    }

    @Override
    public void of(PastModel past, int most, Consumer<ShownList> each) {
        int back = interactions.peopleSince(Instant.ofEpochMilli(past.moment()));
        Replay replay = new Replay(shop(past), past.moment());
        People people = new People(deeds -> replay.of(deeds).forEach(each), past.moment(), Math.max(1, back / most));
        readDeeds.all(PURPOSES, Instant.now(), people::take);
        people.end();
    }

    /** Nothing of what happened lately, which is after the moment. */
    private ShopView shop(PastModel past) {
        AlsModel als = past.model().als();
        return new ShopView(
                ModelView.of(
                        past.model(),
                        catalogue,
                        Indexes.none(new FloatRows(als.itemFactors(), als.rank(), als.rank()))),
                catalogue,
                unknown(past),
                content.isResolvable() ? content.get() : null,
                Recent.NOTHING);
    }

    private List<CatalogueItem> unknown(PastModel past) {
        Instant moment = Instant.ofEpochMilli(past.moment());
        return catalogue
                .all()
                .filter(product -> past.model().indexOf(product.productId()) < 0)
                .filter(product -> product.firstAvailableAt() != null
                        && product.firstAvailableAt().isBefore(moment))
                .toList();
    }

    /** Takes deeds person after person, and replays one of so many who came back. */
    private static final class People {
        private final Consumer<List<Deed>> cameBack;
        private final long moment;
        private final int step;
        private final List<Deed> deeds = new ArrayList<>();
        private String person = "";
        private int back;

        People(Consumer<List<Deed>> cameBack, long moment, int step) {
            this.cameBack = cameBack;
            this.moment = moment;
            this.step = step;
        }

        void take(ReadDeeds.Deed deed) {
            if (!deed.person().equals(person)) {
                end();
                person = deed.person();
            }
            PastInteraction past = new PastInteraction(
                    deed.row().productId(),
                    deed.row().type(),
                    Instant.ofEpochMilli(deed.row().millis()));
            deeds.add(new Deed(past, deed.domain()));
        }

        /** No deed of the last person comes any more. */
        void end() {
            boolean isBack = !deeds.isEmpty() && deeds.getLast().past().at().toEpochMilli() >= moment;
            if (isBack && back++ % step == 0) {
                cameBack.accept(deeds);
            }
            deeds.clear();
        }
    }
}

package dev.aisle.recommender.search.usecase;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.content.domain.ContentSpace.Near;
import dev.aisle.recommender.content.domain.TextModel;
import dev.aisle.recommender.content.usecase.FindByContent;
import dev.aisle.recommender.search.domain.Codes;
import dev.aisle.recommender.search.domain.ReciprocalRanks;
import dev.aisle.recommender.search.domain.ReciprocalRanks.Joined;
import dev.aisle.recommender.search.domain.ReciprocalRanks.Kind;
import dev.aisle.recommender.search.domain.SearchQuery;
import dev.aisle.recommender.search.domain.SearchResult;
import dev.aisle.recommender.search.domain.SearchResult.Found;
import dev.aisle.recommender.search.domain.SearchResult.Hit;
import dev.aisle.recommender.search.domain.SearchResult.Nothing;
import dev.aisle.recommender.search.store.ProductIndex;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds products by their codes, else by their words and their meaning together. */
@Singleton
public class SearchProducts {
    /** Ranks below this hardly move a joined list. */
    private static final int LEAST_DEPTH = 50;

    private static final int MOST_OF_A_CODE = 200;

    private final ProductIndex index;
    private final IndexProducts indexing;
    private final FindByContent content;
    private final Catalogue catalogue;

    SearchProducts(ProductIndex index, IndexProducts indexing, FindByContent content, Catalogue catalogue) {
        this.index = index;
        this.indexing = indexing;
        this.content = content;
        this.catalogue = catalogue;
    }

    /** The products that fit best and pass the filter. */
    public SearchResult search(SearchQuery query) {
        AtomicBoolean refused = new AtomicBoolean();
        Predicate<String> accepts = id -> {
            CatalogueItem item = catalogue.get(id);
            boolean accepted = item != null && query.filter().accepts(item);
            if (item != null && !accepted) {
                refused.set(true);
            }
            return accepted;
        };
        int wanted = query.offset() + query.size() + 1;
        boolean byMeaning = content.understands(query.text());
        List<Hit> hits = ofCode(query.text(), accepts);
        if (hits.size() < wanted) {
            hits.addAll(ofText(query, Math.max(LEAST_DEPTH, wanted), accepts, idsOf(hits)));
        }
        return page(hits, query, byMeaning, refused.get());
    }

    private SearchResult page(List<Hit> hits, SearchQuery query, boolean byMeaning, boolean refused) {
        int from = Math.min(hits.size(), query.offset());
        int to = Math.min(hits.size(), query.offset() + query.size());
        boolean complete = indexing.complete();
        return new SearchResult(
                hits.subList(from, to),
                to < hits.size() && to <= SearchQuery.LARGEST_OFFSET ? to : -1,
                byMeaning,
                complete,
                from < to ? null : reason(hits, complete, refused));
    }

    private static Nothing reason(List<Hit> hits, boolean complete, boolean refused) {
        if (!hits.isEmpty()) {
            return Nothing.PAST_THE_END;
        }
        if (refused) {
            return Nothing.FILTERED_OUT;
        }
        return complete ? Nothing.NO_MATCH : Nothing.STILL_READING;
    }

    private List<Hit> ofCode(String text, Predicate<String> accepts) {
        String code = Codes.normal(text);
        return index.ofCode(code, MOST_OF_A_CODE, accepts).stream()
                .map(id -> hit(id, 1, Found.CODE))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Hit> ofText(SearchQuery query, int depth, Predicate<String> accepts, Set<String> found) {
        List<String> byWords = index.ofWords(query.text(), languageOf(query), depth, accepts);
        List<String> byHalf = byWords.size() < depth
                ? index.ofHalfOfTheWords(query.text(), languageOf(query), depth, accepts)
                : List.of();
        List<String> byMeaning = content.matching(query.text(), depth, accepts).stream()
                .map(Near::productId)
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (Joined joined : new ReciprocalRanks()
                .add(Kind.WORDS, 1, byWords.isEmpty() ? byHalf : byWords)
                .add(Kind.MEANING, 1, byMeaning)
                .joined()) {
            Hit hit = found.contains(joined.productId())
                    ? null
                    : hit(joined.productId(), joined.score(), sourceOf(joined.kinds()));
            if (hit != null) {
                hits.add(hit);
            }
        }
        hits.addAll(last(byHalf, found, idsOf(hits)));
        return hits;
    }

    /** Half of the words is less than the meaning of all: what has no more comes after everything else. */
    private List<Hit> last(List<String> byHalf, Set<String> ofCode, Set<String> ofText) {
        return byHalf.stream()
                .filter(id -> !ofCode.contains(id) && !ofText.contains(id))
                .map(id -> hit(id, 0, Found.WORDS))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Locale languageOf(SearchQuery query) {
        return TextModel.of(query.text()) == TextModel.CHINESE ? Locale.CHINESE : query.locale();
    }

    private static Found sourceOf(Set<Kind> kinds) {
        if (kinds.size() > 1) {
            return Found.BOTH;
        }
        return kinds.contains(Kind.WORDS) ? Found.WORDS : Found.MEANING;
    }

    private @Nullable Hit hit(String id, float score, Found source) {
        CatalogueItem item = catalogue.get(id);
        return item == null ? null : new Hit(item, score, source);
    }

    private static Set<String> idsOf(List<Hit> hits) {
        return hits.stream().map(hit -> hit.product().productId()).collect(Collectors.toSet());
    }
}

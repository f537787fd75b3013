package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.search.ReciprocalRanks.Joined;
import dev.aisle.recommender.search.ReciprocalRanks.Kind;
import dev.aisle.recommender.search.SearchResult.Found;
import dev.aisle.recommender.search.SearchResult.Hit;
import dev.aisle.recommender.search.SearchResult.Nothing;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.FindByContent;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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
    private final ListDomains domains;

    SearchProducts(
            ProductIndex index,
            IndexProducts indexing,
            FindByContent content,
            Catalogue catalogue,
            ListDomains domains) {
        this.index = index;
        this.indexing = indexing;
        this.content = content;
        this.catalogue = catalogue;
        this.domains = domains;
    }

    /** What is wrong with the domain that is asked for. */
    public Optional<String> violation(SearchQuery query) {
        return domains.knows(query.filter().domain().domain())
                ? Optional.empty()
                : Optional.of("must be one of " + domains.known()
                        + ", or empty; other packs are put in use by aisle.domains.packs");
    }

    /** The products that fit best and pass the filter, of the domain that is asked for or the usual one. */
    public SearchResult search(SearchQuery query) {
        AtomicBoolean refused = new AtomicBoolean();
        ItemFilter filter = query.filter()
                .in(domains.rule(domains.of(query.filter().domain().domain(), List.of())));
        Predicate<String> accepts = id -> {
            CatalogueItem item = catalogue.get(id);
            boolean accepted = item != null && filter.accepts(item);
            if (item != null && !accepted) {
                refused.set(true);
            }
            return accepted;
        };
        int wanted = query.offset() + query.size() + 1;
        List<TextLists> found = found(query, wanted, accepts);
        List<Hit> hits = hits(found);
        boolean byMeaning = content.understands(query.said().getFirst().text());
        return page(hits, query, byMeaning, refused.get(), understood(found, hits));
    }

    private SearchResult page(
            List<Hit> hits, SearchQuery query, boolean byMeaning, boolean refused, @Nullable String understood) {
        int from = Math.min(hits.size(), query.offset());
        int to = Math.min(hits.size(), query.offset() + query.size());
        boolean complete = indexing.complete();
        return new SearchResult(
                hits.subList(from, to),
                to < hits.size() && to <= SearchQuery.LARGEST_OFFSET ? to : -1,
                byMeaning,
                complete,
                from < to ? null : reason(hits, complete, refused),
                understood);
    }

    /** Of several texts the one that the first hit fits best. */
    private static @Nullable String understood(List<TextLists> found, List<Hit> hits) {
        if (found.size() == 1) {
            return null;
        }
        TextLists best = found.getFirst();
        for (TextLists lists : hits.isEmpty() ? List.<TextLists>of() : found) {
            String first = hits.getFirst().product().productId();
            best = lists.speaksFor(first) > best.speaksFor(first) ? lists : best;
        }
        return best.said().text();
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

    private List<TextLists> found(SearchQuery query, int wanted, Predicate<String> accepts) {
        List<TextLists> found = new ArrayList<>();
        for (Said said : query.said()) {
            List<String> code = index.ofCode(Codes.normal(said.text()), MOST_OF_A_CODE, accepts);
            found.add(
                    code.size() < wanted
                            ? ofText(said, code, query.locale(), Math.max(LEAST_DEPTH, wanted), accepts)
                            : new TextLists(said, code, List.of(), List.of(), List.of()));
        }
        return found;
    }

    private TextLists ofText(Said said, List<String> code, Locale locale, int depth, Predicate<String> accepts) {
        String text = said.text();
        Locale language = TextModel.of(text) == TextModel.CHINESE ? Locale.CHINESE : locale;
        List<String> words = index.ofWords(text, language, depth, accepts);
        List<String> half = words.size() < depth ? index.ofHalfOfTheWords(text, language, depth, accepts) : List.of();
        List<String> meaning = content.matching(text, depth, accepts).stream()
                .map(Near::productId)
                .toList();
        return new TextLists(said, code, words, half, meaning);
    }

    /** The surest text's codes first. Half of the words is less than the meaning of all: what has no more comes after everything else. */
    private List<Hit> hits(List<TextLists> found) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        found.getFirst().code().forEach(id -> put(hits, id, 1, Found.CODE));
        boolean halfOnly = found.stream().allMatch(lists -> lists.words().isEmpty());
        ReciprocalRanks ranks = new ReciprocalRanks();
        for (TextLists lists : found) {
            float weight = lists.said().weight();
            ranks.add(Kind.WORDS, weight, halfOnly ? lists.half() : lists.words());
            ranks.add(Kind.MEANING, weight, lists.meaning());
        }
        for (Joined joined : ranks.joined()) {
            put(hits, joined.productId(), joined.score(), sourceOf(joined.kinds()));
        }
        found.forEach(lists -> lists.code().forEach(id -> put(hits, id, 0, Found.CODE)));
        found.forEach(lists -> lists.half().forEach(id -> put(hits, id, 0, Found.WORDS)));
        return new ArrayList<>(hits.values());
    }

    private void put(Map<String, Hit> hits, String id, float score, Found source) {
        CatalogueItem item = catalogue.get(id);
        if (item != null) {
            hits.putIfAbsent(id, new Hit(item, score, source));
        }
    }

    private static Found sourceOf(Set<Kind> kinds) {
        if (kinds.size() > 1) {
            return Found.BOTH;
        }
        return kinds.contains(Kind.WORDS) ? Found.WORDS : Found.MEANING;
    }
}

package dev.aisle.algorithms.federated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One number for a product, whoever sells it: by its GTIN where it has one, else by its title. Partners come in their order and products in
 * theirs, so that the same lists give the same numbers.
 */
public final class SharedCatalogue {
    private final double least;
    private final Map<Gtin, Integer> byGtin = new HashMap<>();
    private final List<List<TitleWords>> titles = new ArrayList<>();
    private final Map<String, Set<Integer>> byWord = new HashMap<>();
    private final List<int[]> numbers = new ArrayList<>();

    /**
     * A product of a partner.
     *
     * @param gtin as it stands in the partner's catalogue; a number that is none counts as missing
     * @param title may be empty
     */
    public record Product(String gtin, String title) {}

    /**
     * Matches the products of all partners. Products with different GTINs are never the same; without a GTIN the most alike title wins, if it is
     * alike enough and this partner doesn't have that product already.
     *
     * @param partners their products
     * @param least likeness from which on two titles are the same product, in (0, 1]
     */
    public SharedCatalogue(List<List<Product>> partners, double least) {
        if (!(least > 0) || least > 1) {
            throw new IllegalArgumentException("least likeness: expected in (0, 1], was " + least);
        }
        this.least = least;
        for (List<Product> products : partners) {
            numbers.add(new int[products.size()]);
            numberByGtin(products, numbers.getLast());
        }
        for (int partner = 0; partner < partners.size(); partner++) {
            numberByTitle(partners.get(partner), numbers.get(partner));
        }
    }

    private void numberByGtin(List<Product> products, int[] into) {
        for (int n = 0; n < into.length; n++) {
            Optional<Gtin> gtin = Gtin.of(products.get(n).gtin());
            TitleWords words = TitleWords.of(products.get(n).title());
            into[n] = gtin.map(g -> byGtin.computeIfAbsent(g, unknown -> create()))
                    .orElse(-1);
            if (gtin.isPresent()) {
                called(into[n], words);
            }
        }
    }

    private void numberByTitle(List<Product> products, int[] into) {
        Set<Integer> taken = new HashSet<>();
        for (int number : into) {
            taken.add(number);
        }
        for (int n = 0; n < into.length; n++) {
            if (into[n] < 0) {
                TitleWords words = TitleWords.of(products.get(n).title());
                into[n] = mostAlike(words, taken).orElseGet(this::create);
                taken.add(into[n]);
                called(into[n], words);
            }
        }
    }

    private int create() {
        titles.add(new ArrayList<>());
        return titles.size() - 1;
    }

    private void called(int number, TitleWords words) {
        if (!titles.get(number).contains(words)) {
            titles.get(number).add(words);
            words.all()
                    .forEach(word -> byWord.computeIfAbsent(word, unknown -> new HashSet<>())
                            .add(number));
        }
    }

    private Optional<Integer> mostAlike(TitleWords words, Set<Integer> taken) {
        int best = -1;
        double most = 0;
        for (int candidate : candidates(words)) {
            double likeness = titles.get(candidate).stream()
                    .mapToDouble(words::likeness)
                    .max()
                    .orElse(0);
            boolean better = likeness > most || (likeness == most && candidate < best);
            if (likeness >= least && better && !taken.contains(candidate)) {
                best = candidate;
                most = likeness;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /**
     * Whoever is alike enough shares most words, hence one of the rarest few: Dice ≥ d leaves at most {@code 1 − d / (2 − d)} of the words out.
     */
    private Set<Integer> candidates(TitleWords words) {
        int size = words.all().size();
        int asked = size - (int) Math.ceil(size * least / (2 - least)) + 1;
        Set<Integer> candidates = new HashSet<>();
        words.all().stream()
                .map(word -> byWord.getOrDefault(word, Set.of()))
                .sorted((a, b) -> Integer.compare(a.size(), b.size()))
                .limit(asked)
                .forEach(candidates::addAll);
        return candidates;
    }

    /** How many different products there are. */
    public int size() {
        return titles.size();
    }

    /** By product of a partner: its number, from 0; two may have the same. */
    public int[] numbers(int partner) {
        return numbers.get(partner).clone();
    }
}

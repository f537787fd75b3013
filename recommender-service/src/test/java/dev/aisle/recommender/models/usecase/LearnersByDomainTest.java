package dev.aisle.recommender.models.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.interactions.InteractionRepository.TrainingRow;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.usecase.LearnersByDomain.Learnt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LearnersByDomainTest {
    private final List<Learnt> learnt = new ArrayList<>();

    @Test
    void whoAllowsItIsOnePersonAndWhoDoesNotIsOneADomain() {
        LearnersByDomain learners = learners(true, Set.of("ann"));

        List.of(row("ann", "tea"), row("ann", "film"), row("bob", "tea"), row("bob", "film"), row("bob", "ice"))
                .forEach(learners::add);
        learners.end();

        Map<String, List<String>> products = learnt.stream()
                .collect(Collectors.groupingBy(
                        Learnt::person, Collectors.mapping(one -> one.row().productId(), Collectors.toList())));
        assertThat(products.values())
                .containsExactlyInAnyOrder(List.of("tea", "film"), List.of("tea", "ice"), List.of("film"));
    }

    @Test
    void theRowsOfALearnerComeOneAfterTheOther() {
        LearnersByDomain learners = learners(true, Set.of());

        List.of(row("bob", "tea"), row("bob", "film"), row("bob", "ice"), row("cy", "film"))
                .forEach(learners::add);
        learners.end();

        assertThat(learnt).extracting(one -> one.row().productId()).containsExactly("tea", "ice", "film", "film");
        assertThat(learnt).extracting(Learnt::domain).containsExactly("shop", "shop", "media", "media");
        assertThat(learnt.stream().map(Learnt::person).distinct()).hasSize(3);
    }

    @Test
    void whatNobodyKnowsTheDomainOfIsSeenBesideNothingOfAnother() {
        LearnersByDomain learners = learners(true, Set.of());

        List.of(row("bob", "tea"), row("bob", "gone")).forEach(learners::add);
        learners.end();

        assertThat(learnt.stream().map(Learnt::person).distinct()).hasSize(2);
    }

    @Test
    void whereThereIsOneDomainNothingChanges() {
        LearnersByDomain learners = learners(false, Set.of());

        List.of(row("bob", "tea"), row("bob", "film")).forEach(learners::add);
        learners.end();

        assertThat(learnt).extracting(Learnt::person).containsExactly("bob", "bob");
    }

    private LearnersByDomain learners(boolean several, Set<String> allowing) {
        Map<String, String> domains = Map.of("tea", "shop", "ice", "shop", "film", "media");
        return new LearnersByDomain(
                several, row -> domains.get(row.productId()), row -> allowing.contains(row.pseudonym()), learnt::add);
    }

    private static TrainingRow row(String person, String product) {
        return new TrainingRow(person, product, InteractionType.VIEW, 0, "e", 1, Circumstances.UNKNOWN, null);
    }
}

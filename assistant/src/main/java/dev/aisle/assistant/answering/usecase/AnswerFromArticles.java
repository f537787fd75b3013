package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Memory;
import dev.aisle.assistant.conversations.domain.Source;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.knowledge.domain.FoundPassage;
import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.knowledge.usecase.FindPassages;
import dev.aisle.assistant.learning.Variation;
import dev.aisle.assistant.outside.ComposeAnswer;
import dev.aisle.assistant.outside.Composed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Answers by sentences of the shop's articles, or by what an outside model makes of them. */
@Singleton
class AnswerFromArticles {
    private static final int PASSAGES = 5;

    private final FindPassages findPassages;
    private final ComposeAnswer composeAnswer;
    private final LearnFromAnswer learnFromAnswer;
    private final double bar;
    private final int sentences;

    AnswerFromArticles(
            FindPassages findPassages,
            ComposeAnswer composeAnswer,
            LearnFromAnswer learnFromAnswer,
            AssistantSettings settings) {
        this.findPassages = findPassages;
        this.composeAnswer = composeAnswer;
        this.learnFromAnswer = learnFromAnswer;
        this.bar = settings.articleBar();
        this.sentences = settings.sentences();
    }

    /** The answer of what is above the bar; empty when nothing is. */
    Optional<Reply> answer(Turn turn) {
        List<FoundPassage> found = findPassages.find(turn.language(), turn.question(), PASSAGES);
        if (found.isEmpty() || found.getFirst().confidence() < bar) {
            return Optional.empty();
        }
        List<FoundPassage> fitting =
                found.stream().filter(one -> one.confidence() >= bar).toList();
        List<Passage> passages = fitting.stream().map(FoundPassage::passage).toList();
        List<String> earlier = turn.memory().question().isEmpty()
                ? List.of()
                : List.of(turn.memory().question());
        Variation variation = learnFromAnswer.variation(turn);
        int most = Math.min(sentences, variation.mostSentences());
        Optional<Composed> composed = variation.outside()
                ? composeAnswer.compose(turn.language(), turn.question(), passages, earlier, most)
                : Optional.empty();
        return composed.map(AnswerFromArticles::composed)
                .or(() -> extracted(turn, fitting, most))
                .map(answer -> reply(turn, answer));
    }

    private static Reply reply(Turn turn, Answer answer) {
        String article =
                answer.sources().isEmpty() ? "" : answer.sources().getFirst().article();
        return Reply.of(turn, answer).remembering((Memory memory) -> memory.answeredBy(article));
    }

    private static Answer composed(Composed composed) {
        return answer(composed.text(), composed.sources());
    }

    private static Optional<Answer> extracted(Turn turn, List<FoundPassage> fitting, int sentences) {
        return BestSentences.of(turn.language(), turn.question(), fitting, sentences)
                .map(extract -> answer(extract.text(), extract.passages()));
    }

    private static Answer answer(String text, List<Passage> passages) {
        return new Answer(
                AnswerKind.ARTICLE,
                text,
                passages.stream().map(Source::of).distinct().toList(),
                List.of(),
                List.of());
    }
}

package dev.aisle.assistant.answering.edge;

import dev.aisle.assistant.answering.usecase.EndConversation;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;

/** Removes conversations that are over, from time to time. */
@Singleton
class ConversationClock {
    private final EndConversation endConversation;

    ConversationClock(EndConversation endConversation) {
        this.endConversation = endConversation;
    }

    @Scheduled(every = "{aisle.assistant.remove-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void removeOver() {
        endConversation.removeOver();
    }
}

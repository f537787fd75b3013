package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.delivery.messages.usecase.SenderLoop;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts;
import dev.aisle.campaign.delivery.messages.usecase.StopMessages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When messages are sent and doubts are looked for. */
@ApplicationScoped
class Senders {
    private final SenderLoop loop;
    private final SettleDoubts settleDoubts;
    private final StopMessages stopMessages;

    Senders(SenderLoop loop, SettleDoubts settleDoubts, StopMessages stopMessages) {
        this.loop = loop;
        this.settleDoubts = settleDoubts;
        this.stopMessages = stopMessages;
    }

    void begin(@Observes StartupEvent started) {
        loop.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void share() {
        loop.share();
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        settleDoubts.sweep();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        stopMessages.tell();
    }
}

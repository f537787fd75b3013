package dev.aisle.profile.people.edge;

import dev.aisle.contracts.profile.v1.Profile;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends no faster than the reader reads, so that a slow one costs no memory here. */
final class Flow {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ServerCallStreamObserver<Profile> answer;
    private boolean broken;

    Flow(ServerCallStreamObserver<Profile> answer) {
        this.answer = answer;
    }

    /** Sends one; false when nobody listens any more. */
    boolean send(Profile profile) {
        long waitedSince = System.nanoTime();
        while (!answer.isReady() && !answer.isCancelled()) {
            if (System.nanoTime() - waitedSince > PATIENCE_NANOS) {
                broken = true;
                answer.onError(Status.RESOURCE_EXHAUSTED
                        .withDescription("The stream wasn't read for 30 s; go on with 'after'.")
                        .asRuntimeException());
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        if (answer.isCancelled()) {
            return false;
        }
        answer.onNext(profile);
        return true;
    }

    /** There is no more. */
    void end() {
        if (!broken && !answer.isCancelled()) {
            answer.onCompleted();
        }
    }
}

package dev.aisle.platform.kafka;

import dev.aisle.platform.tracing.ContinuesTraces;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Each try of a batch counts as work, so that nothing is tried again while the service ends: this stands inside of the retries ({@code PLATFORM_AFTER + 10}). */
@ContinuesTraces
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 500)
class CountBatches {
    private final BatchesInWork batches;

    CountBatches(BatchesInWork batches) {
        this.batches = batches;
    }

    @AroundInvoke
    Object count(InvocationContext invocation) throws Exception {
        return batches.work(invocation::proceed);
    }
}

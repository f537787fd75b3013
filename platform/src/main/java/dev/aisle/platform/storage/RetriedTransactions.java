package dev.aisle.platform.storage;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/**
 * Stands around each method that begins a transaction, and tries it again when that has to give way to another one. Within a transaction nothing is
 * tried again: only a whole one can be.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class RetriedTransactions {
    private final TransactionSynchronizationRegistry transactions;
    private final TransactionRetry retry;

    RetriedTransactions(TransactionSynchronizationRegistry transactions, TransactionRetry retry) {
        this.transactions = transactions;
        this.retry = retry;
    }

    @AroundInvoke
    Object aroundTransaction(InvocationContext call) throws Exception {
        return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? retry.call(call::proceed)
                : call.proceed();
    }
}

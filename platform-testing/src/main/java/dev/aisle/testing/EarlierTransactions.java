package dev.aisle.testing;

import java.lang.reflect.Field;

/**
 * Transactions that Quarkus keeps beyond the end of an application. {@code QuarkusTransaction} holds those of the first application of a JVM in static fields; a
 * test that starts an application anew would begin its transactions in the one that has ended.
 */
final class EarlierTransactions {
    private static final String HOLDER = "io.quarkus.narayana.jta.QuarkusTransactionImpl";

    private EarlierTransactions() {}

    static void forget() {
        try {
            Class<?> holder =
                    Class.forName(HOLDER, false, Thread.currentThread().getContextClassLoader());
            for (String kept : new String[] {"cachedTransactionManager", "cachedUserTransaction"}) {
                Field field = holder.getDeclaredField(kept);
                field.setAccessible(true);
                field.set(null, null);
            }
        } catch (ClassNotFoundException e) {
            // A service without a database has no transactions.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Quarkus keeps its transactions elsewhere: " + e.getMessage(), e);
        }
    }
}

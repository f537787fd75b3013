package dev.aisle.campaign.budgets.usecase;

import dev.aisle.campaign.budgets.domain.Allowance;
import dev.aisle.campaign.budgets.store.AccountRepository;
import dev.aisle.campaign.budgets.store.AccountRepository.Account;
import io.agroal.api.AgroalDataSource;
import dev.aisle.platform.storage.StorageException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Takes what one giving of a campaign needs. Each method belongs into the transaction that gives it, whose connection it works on. */
@Singleton
public class Allowances {
    private final AgroalDataSource dataSource;
    private final AccountRepository accounts;

    Allowances(AgroalDataSource dataSource, AccountRepository accounts) {
        this.dataSource = dataSource;
        this.accounts = accounts;
    }

    /** How taking ends. */
    public enum Outcome {
        TAKEN,
        /** Nothing is left. */
        USED_UP,
        /** A later version has other limits: choose again. */
        OUTDATED
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Takes one. */
    public Outcome take(Allowance allowance) {
        return on(connection -> take(connection, accounts, allowance));
    }

    static Outcome take(Connection connection, AccountRepository accounts, Allowance allowance) throws SQLException {
        if (accounts.takeFree(connection, allowance) || accounts.takeAny(connection, allowance)) {
            return Outcome.TAKEN;
        }
        if (accounts.cut(connection, allowance) > allowance.version()) {
            return Outcome.OUTDATED;
        }
        return accounts.takeAny(connection, allowance) ? Outcome.TAKEN : Outcome.USED_UP;
    }

    /** Gives back one that was taken in this transaction and not given. */
    public void giveBack(Allowance allowance) {
        on(connection -> {
            accounts.giveBack(connection, allowance);
            return true;
        });
    }

    /** What was given of a campaign so far; empty when it was never counted. */
    public Optional<Account> account(String campaign) {
        return on(connection -> accounts.of(connection, campaign));
    }

    /** Within a transaction the pool gives its connection again. */
    private <T> T on(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageException("What may be given of a campaign can't be counted", e);
        }
    }
}

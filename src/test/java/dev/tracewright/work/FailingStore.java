package dev.tracewright.work;

import dev.tracewright.store.SessionStore;
import dev.tracewright.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A real session whose disk can be made to fail, and to work again. */
final class FailingStore {
    final AtomicBoolean full = new AtomicBoolean();
    final AtomicInteger writes = new AtomicInteger();
    final SessionStore store;

    FailingStore(SessionStore real) {
        store = (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    boolean write = method.getName().startsWith("add")
                            || method.getName().startsWith("put");
                    if (write && full.get()) {
                        throw new StoreException(StoreException.Kind.FULL, "The disk is full.", null);
                    }
                    if (write) {
                        writes.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}

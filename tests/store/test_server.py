"""How a PostgreSQL server is reached: TLS, passwords, and for how long it is waited for."""

import datetime
import gc
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import make_url, text

from extractor.errors import StoreError, UsageError
from extractor.store import connect
from extractor.store.database import Database, reach
from extractor.store.url import address
from tests.store.conftest import asked

WRONG = "not the right one"
YEAR = datetime.timedelta(days=365)


@pytest.fixture
def left() -> Iterator[None]:
    """Let the connections go that the driver leaves open if it fails before it has one."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of `localhost`, which nobody but itself bears out, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - YEAR)
        .not_valid_after(now + YEAR)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    pem = serialization.Encoding.PEM
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(pem, *private) + made.public_bytes(pem))
    return path


@pytest.fixture(scope="module")
def secure(server: str, certificate: Path) -> Iterator[int]:
    """The port of what speaks TLS and passes on to the real server, which speaks none."""
    inside = str(address(server).arguments["unix_sock"])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listening = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_serve, args=(listening, context, inside), daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


def _serve(listening: socket.socket, context: ssl.SSLContext, inside: str) -> None:
    with suppress(OSError):
        while True:
            outer, _ = listening.accept()
            threading.Thread(target=_pass_on, args=(outer, context, inside), daemon=True).start()


def _pass_on(outer: socket.socket, context: ssl.SSLContext, inside: str) -> None:
    with suppress(OSError), outer, socket.socket(socket.AF_UNIX) as real:
        outer.recv(8)  # asks for TLS
        outer.sendall(b"S")
        with context.wrap_socket(outer, server_side=True) as safe:
            real.connect(inside)
            answers = threading.Thread(target=_copy, args=(real, safe), daemon=True)
            answers.start()
            _copy(safe, real)
            real.shutdown(socket.SHUT_RDWR)
            answers.join()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)


@pytest.mark.parametrize(
    ("host", "query"),
    [
        ("127.0.0.1", "sslmode=require"),
        ("127.0.0.1", "sslmode=verify-ca&sslrootcert={}"),
        ("localhost", "sslmode=verify-full&sslrootcert={}&connect_timeout=20"),
    ],
)
def test_a_server_is_reached_by_tls(secure: int, certificate: Path, host: str, query: str) -> None:
    url = f"postgresql://postgres@{host}:{secure}/postgres?{query.format(certificate)}"
    assert asked(reach(address(url)), "SELECT 1 + 1") == [(2,)]


@pytest.mark.parametrize(
    ("host", "query"),
    [
        ("localhost", "sslmode=verify-full"),
        ("127.0.0.1", "sslmode=verify-ca"),
        ("127.0.0.1", "sslmode=verify-full&sslrootcert={}"),
    ],
)
@pytest.mark.usefixtures("left")
def test_a_server_that_is_another_is_not_spoken_to(
    secure: int, certificate: Path, host: str, query: str
) -> None:
    url = f"postgresql://u:secret@{host}:{secure}/x?{query.format(certificate)}"
    with pytest.raises(StoreError, match=r"^[^\n]+certificate verify failed[^\n]*$") as told:
        asked(reach(address(url)), "SELECT 1")
    assert "secret" not in str(told.value)


@pytest.mark.usefixtures("left")
def test_a_server_without_tls_is_refused_where_it_is_asked_for(server: str) -> None:
    joined = "&" if "?" in server else "?"
    with pytest.raises(StoreError, match="Server refuses SSL"):
        asked(reach(address(f"{server}{joined}sslmode=require")), "SELECT 1")
    assert asked(reach(address(f"{server}{joined}sslmode=disable")), "SELECT 1") == [(1,)]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("sslmode=maybe", "sslmode: is none of disable, prefer, require, verify-ca, verify-full"),
        ("sslmode=verify-full&sslrootcert=/no/file", "sslrootcert: no certificates can be read"),
        ("sslrootcert=/no/file", "sslrootcert: is used by sslmode verify-ca and verify-full"),
        ("connect_timeout=soon", "connect_timeout: is no number of seconds"),
        ("connect_timeout=1&connect_timeout=2", "connect_timeout: no such option, or told twice"),
    ],
)
def test_an_option_that_says_nothing(query: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        address(f"postgresql://u:secret@host/x?{query}")
    assert str(told.value).startswith(f"postgresql://u:***@host/x: {said}")


@pytest.mark.usefixtures("left")
def test_a_server_that_does_not_answer_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://u:secret@127.0.0.1:{silent.getsockname()[1]}/x?connect_timeout=1"
        with pytest.raises(StoreError, match=r"^postgresql://u:\*\*\*@[^\n]+timed out$"):
            asked(reach(address(url)), "SELECT 1")


def test_a_statement_may_take_as_long_as_it_is_told(server: str) -> None:
    joined = "&" if "?" in server else "?"
    database = reach(address(f"{server}{joined}connect_timeout=1&statement_timeout=1300ms"))
    assert asked(database, "SELECT 1 FROM pg_sleep(1.1)") == [(1,)]
    with pytest.raises(StoreError, match="canceling statement due to statement timeout"):
        asked(database, "SELECT pg_sleep(9)")


def reload(server: str, own: Database) -> None:
    """Have a server read its settings again, and wait until it has: it does so in its own time."""
    when = "SELECT pg_conf_load_time()"
    before = asked(own, when)
    asked(own, "SELECT pg_reload_conf()")
    for _ in range(100):
        if asked(reach(address(server)), when) != before:  # a new connection knows
            return
        time.sleep(0.05)
    pytest.fail("the server has not read its settings again")


def test_a_wrong_password_is_told_and_not_printed(server: str, made: Callable[..., str]) -> None:
    own = reach(address(made()))
    with own.transaction() as connection:
        connection.execute(text("CREATE ROLE planfacts_locked LOGIN PASSWORD 'right'"))
        hba = Path(str(connection.execute(text("SHOW hba_file")).scalar()))
    if not hba.is_file():
        pytest.skip("the server is on another machine")
    before = hba.read_bytes()
    try:
        hba.write_bytes(b"local all planfacts_locked scram-sha-256\n" + before)
        reload(server, own)
        locked = make_url(server).set(username="planfacts_locked", password=WRONG)
        with pytest.raises(StoreError, match="password authentication failed") as told:
            connect(locked.render_as_string(hide_password=False))
        assert WRONG not in str(told.value)
    finally:
        hba.write_bytes(before)
        asked(own, "SELECT pg_reload_conf()")
        with own.transaction() as connection:
            connection.execute(text("DROP ROLE planfacts_locked"))

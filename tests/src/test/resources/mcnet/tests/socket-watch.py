# Stands before LXD's socket and writes down every request in the order in which it came.
#
#   socket-watch.py LISTEN REAL LOG all|reading
#
# With "reading" it refuses all but GET, as LXD itself would refuse what is forbidden.
import json, os, socket, sys, threading

listen, real, log, mode = sys.argv[1:]
turn = threading.Lock()
connections = 0


def request(client, rest):
    while b"\r\n\r\n" not in rest:
        more = client.recv(65536)
        if not more:
            return None
        rest += more
    head, rest = rest.split(b"\r\n\r\n", 1)
    lines = head.decode().split("\r\n")
    length = next((int(l.split(":")[1]) for l in lines[1:] if l.lower().startswith("content-length:")), 0)
    while len(rest) < length:
        rest += client.recv(65536)
    method, path, _ = lines[0].split(" ", 2)
    return method, path, head + b"\r\n\r\n" + rest[:length], rest[:length], rest[length:]


def answers(server, client):
    while True:
        some = server.recv(65536)
        if not some:
            break
        client.sendall(some)
    client.close()


def serve(client, number):
    server = socket.socket(socket.AF_UNIX)
    server.connect(real)
    threading.Thread(target=answers, args=(server, client), daemon=True).start()
    rest = b""
    while True:
        try:
            asked = request(client, rest)
        except OSError:
            asked = None
        if asked is None:
            break
        method, path, whole, body, rest = asked
        with turn:
            with open(log, "a") as out:
                out.write(json.dumps({"connection": number, "method": method, "path": path,
                                      "body": json.loads(body) if body else None}) + "\n")
            if mode == "all" or method == "GET":
                server.sendall(whole)
            else:
                refusal = b'{"type":"error","error":"only reading is allowed here","error_code":403}'
                client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                               % (len(refusal), refusal))
    try:
        server.shutdown(socket.SHUT_WR)
    except OSError:
        pass


os.makedirs(os.path.dirname(listen), exist_ok=True)
gate = socket.socket(socket.AF_UNIX)
gate.bind(listen)
gate.listen(64)
open(log, "w").close()
if os.fork():
    sys.exit()
os.setsid()
os.dup2(os.open("/dev/null", os.O_RDWR), 0)
os.dup2(0, 1)
os.dup2(0, 2)
with open(log + ".pid", "w") as pid:
    pid.write(str(os.getpid()))
while True:
    client, _ = gate.accept()
    connections += 1
    threading.Thread(target=serve, args=(client, connections), daemon=True).start()

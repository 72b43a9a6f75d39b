interface Kept {
  payload: Payload;
  until: number;
}

interface Payload {
  uid?: string;
  grantId?: string;
  consumed?: number;
  [key: string]: unknown;
}

/** What the demo's provider remembers of sign-ins under way, for minutes and in this process only. One store per kind of thing. */
export class DemoMemory {
  private static readonly all = new Map<string, Kept>();
  private readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
  }

  async upsert(id: string, payload: Payload, seconds: number): Promise<void> {
    const now = Date.now();
    for (const [key, kept] of DemoMemory.all) if (kept.until < now) DemoMemory.all.delete(key);
    DemoMemory.all.set(this.key(id), { payload, until: now + seconds * 1_000 });
  }

  async find(id: string): Promise<Payload | undefined> {
    const kept = DemoMemory.all.get(this.key(id));
    return kept && kept.until >= Date.now() ? kept.payload : undefined;
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    for (const [key, { payload }] of DemoMemory.all) {
      if (key.startsWith(`${this.kind}/`) && payload.uid === uid) return payload;
    }
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    DemoMemory.all.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of DemoMemory.all) if (payload.grantId === grantId) DemoMemory.all.delete(key);
  }

  private key(id: string): string {
    return `${this.kind}/${id}`;
  }
}

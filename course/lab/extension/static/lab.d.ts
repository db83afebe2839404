// The little of JupyterLab that the course view uses, as far as it is used. Lab's own types are in
// none of the packages that are installed here.

export interface Signal<T> {
  connect(act: (sender: unknown, value: T) => void): void;
  disconnect(act: unknown, owner?: unknown): void;
}

export interface LabWidget {
  id: string;
  node: HTMLElement;
  isHidden: boolean;
  isDisposed: boolean;
  layout?: Iterable<LabWidget> | null;
  hide(): void;
  show(): void;
  dispose(): void;
  update(): void;
  hasClass(name: string): boolean;
  addClass(name: string): void;
  removeClass(name: string): void;
  toggleClass(name: string, on: boolean): void;
}

export interface Cell extends LabWidget {
  model: {
    type: string;
    trusted: boolean;
    getMetadata(name: string): { station?: string } | undefined;
    outputs: { length: number; get(at: number): Output; clear(): void };
  };
}

export interface Output {
  type: string;
  toJSON(): { evalue?: string; traceback?: string[] };
}

export interface KernelMessage {
  header: { session: string };
  parent_header?: { msg_id?: string };
}

export interface Kernel {
  id: string;
  connectionStatus: string;
  requestKernelInfo(): Promise<KernelMessage>;
}

export interface SessionContext {
  ready: Promise<void>;
  session?: { kernel?: Kernel | null } | null;
  iopubMessage: Signal<KernelMessage>;
  statusChanged: Signal<string>;
  kernelChanged: Signal<{ newValue: Kernel | null }>;
  connectionStatusChanged: Signal<string>;
  _displayKernelError: (message: string, traceback: string) => Promise<void>;
}

export interface NotebookModel {
  dirty: boolean;
  cells: Iterable<{ type: string; sharedModel: { getSource(): string } }>;
  stateChanged: Signal<{ name: string; newValue: unknown }>;
  contentChanged: Signal<void>;
}

export interface Context {
  path: string;
  ready: Promise<void>;
  isDisposed: boolean;
  model: NotebookModel;
  sessionContext: SessionContext;
  saveState: Signal<string>;
  save(): Promise<void>;
}

export interface HandlesEvents {
  handleEvent(event: Event): void;
}

export interface Panel extends LabWidget {
  content: LabWidget & HandlesEvents & { widgets: Cell[] };
  toolbar: LabWidget;
  context: Context;
  sessionContext: SessionContext;
  revealed: Promise<void>;
  _onSessionStatusChanged: unknown;
}

/** Lab's addresses. */
export interface Router {
  navigate(path: string, how?: { skipRouting?: boolean }): void;
}

export interface App extends HandlesEvents {
  shell: LabWidget & { collapseLeft?(): void; collapseRight?(): void };
  restored: Promise<void>;
  commands: { execute(name: string, how: object): Promise<unknown> };
  serviceManager: {
    serverSettings: { baseUrl: string; token: string };
    contents: { get(path: string, how: object): Promise<{ content: { path: string }[] }> };
    workspaces: { save(name: string, workspace: object): Promise<void> };
    sessions: {
      findByPath(path: string): Promise<{ id: string } | undefined>;
      shutdown(id: string): Promise<void>;
    };
  };
}

export interface Tracker {
  currentWidget: Panel | null;
  currentChanged: Signal<Panel | null>;
}

export interface Themes {
  themeChanged: Signal<unknown>;
}

export interface Registry {
  load(plugin: string): Promise<{ user: object; save(raw: string): Promise<void> }>;
}

export interface CodeCellClass {
  execute(cell: Cell, context: SessionContext): Promise<unknown>;
}

/** The modules that Lab shares: for each name its versions. */
export type Scope = Record<string, Record<string, { get(): Promise<() => any> }>>;
